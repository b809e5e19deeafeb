package org.initbench.report;

import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * A printed figure beside the measured one: a row of {@code document.csv}.
 *
 * @param document as printed
 * @param measured null where the run did not get there
 * @param difference measured − document
 * @param tolerance largest |difference| that counts as agreement; null where none can be promised
 * @param matches whether they agree; null where that is not judged
 */
public record DocumentRow(
        String scenario,
        String variant,
        String init,
        String quantity,
        int iteration,
        double document,
        @Nullable Double measured,
        @Nullable Double difference,
        @Nullable Double tolerance,
        @Nullable Boolean matches) {

    /** {@code document.csv}. */
    public static Table<DocumentRow> table() {
        return new Table<DocumentRow>("document.csv")
                .column("scenario", DocumentRow::scenario)
                .column("variant", DocumentRow::variant)
                .column("init", DocumentRow::init)
                .column("quantity", DocumentRow::quantity)
                .column("iteration", DocumentRow::iteration)
                .column("document", DocumentRow::document)
                .column("measured", DocumentRow::measured)
                .column("difference", DocumentRow::difference)
                .column("tolerance", DocumentRow::tolerance)
                .column("matches", DocumentRow::matches);
    }
}
