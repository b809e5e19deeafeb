package org.initbench.document;

import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * A printed figure beside the measured one: a row of {@code document.csv}.
 *
 * @param document as printed, or the bound
 * @param measured null where the run did not get there
 * @param difference measured − document
 * @param tolerance largest |difference| that counts as agreement; null for a bound, and where none can be promised
 * @param matches whether they agree; null where that is not judged
 * @param statistic of a layer; null for the network as a whole
 * @param layer from 0; null for the network as a whole
 * @param ratioTo what of the divisor differs; empty where nothing is divided
 * @param bound {@code at_least} or {@code at_most}; empty for a value
 * @param repetitions over which {@code measured} is the mean; 0 where it was not measured
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
        @Nullable Boolean matches,
        @Nullable String statistic,
        @Nullable Integer layer,
        String ratioTo,
        String bound,
        double learningRate,
        int repetitions) {

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
                .column("matches", DocumentRow::matches)
                .column("statistic", DocumentRow::statistic)
                .column("layer", DocumentRow::layer)
                .column("ratio_to", DocumentRow::ratioTo)
                .column("bound", DocumentRow::bound)
                .column("learning_rate", DocumentRow::learningRate)
                .column("repetitions", DocumentRow::repetitions);
    }

    /** What the figure is of, in words. */
    public String what() {
        String ofLayer = statistic == null ? quantity : quantity + " " + statistic + ", layer " + layer;
        return ratioTo.isEmpty() ? ofLayer : ofLayer + " / " + ratioTo;
    }

    /** The sign before a bound; empty for a value. */
    public String sign() {
        return bound.isEmpty() ? "" : bound.equals("at_least") ? "≥ " : "≤ ";
    }

    /** Whether they agree, in a word or two. */
    public String agreement() {
        if (measured == null) {
            return "not reached";
        }
        if (matches == null) {
            return "not judged";
        }
        return matches ? "yes" : "no";
    }
}
