package org.initbench.report;

import java.util.List;
import java.util.Optional;
import org.initbench.result.RunResults;

/** How a run compares with the published table that its study names. */
public sealed interface DocumentSection {

    /** The study names none. */
    record None() implements DocumentSection {}

    /** Its figures do not apply, for this reason. */
    record NotComparable(String reason) implements DocumentSection {}

    /** Printed figures beside measured ones. */
    record Compared(String source, List<DocumentRow> rows) implements DocumentSection {

        /** How many figures are judged. */
        public long judged() {
            return rows.stream().filter(row -> row.matches() != null).count();
        }

        /** How many of these agree. */
        public long matching() {
            return rows.stream()
                    .filter(row -> Boolean.TRUE.equals(row.matches()))
                    .count();
        }
    }

    /** What can be said of a run. */
    static DocumentSection of(RunResults run) {
        String name = run.resolved().path("document").asText("");
        if (name.isEmpty()) {
            return new None();
        }
        Document document = Document.named(name);
        Optional<String> difference = document.difference(run.resolved());
        if (difference.isPresent()) {
            return new NotComparable(difference.get());
        }
        if (!run.resolved().path("grid").isEmpty()) {
            return new NotComparable("the study has a grid and the document has none");
        }
        List<DocumentRow> rows = DocumentComparison.rows(document, run.trials());
        return rows.isEmpty()
                ? new NotComparable("it has no figures for these initializers at these learning rates")
                : new Compared(document.source(), rows);
    }
}
