package org.initbench.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows; its script builds everything from this.
 *
 * @param title of the study
 * @param study its name
 * @param metric the study's
 * @param verdict one finding for each variant
 * @param comparison why there is no comparison with the study's document; null where there is one, or no document
 * @param initializers in the order of the study
 * @param variants in the order of the study
 * @param rates likewise
 * @param images of a race; none where the run is no race
 * @param tables in the order in which to show them
 * @param groups what was measured, by variant, learning rate and initializer
 * @param trend the number that the grid varies; null where it varies none
 * @param metrics what curves show: labels by column
 * @param statistics what is said of layers: labels by column
 * @param facts of the manifest, by name
 * @param reproduction what to type
 * @param notes what was left out to keep the page small
 */
record PageData(
        String title,
        String study,
        Measure metric,
        Verdict verdict,
        @Nullable String comparison,
        List<Initializer> initializers,
        List<String> variants,
        List<Double> rates,
        List<Image> images,
        List<ReportTable> tables,
        List<Group> groups,
        @Nullable Trend trend,
        Map<String, String> metrics,
        Map<String, String> statistics,
        Map<String, String> facts,
        Reproduction reproduction,
        List<String> notes) {

    /**
     * A picture within the page.
     *
     * @param source its content, as a URL
     */
    record Image(String title, String description, String source) {}

    /** A metric; losses can have a logarithmic axis. */
    record Measure(String key, String label, boolean isLoss) {}

    /**
     * How an initializer looks.
     *
     * @param light colour on white
     * @param dark colour on black
     * @param mark path of an SVG
     * @param round how often all colours had been given away before it, which gives the dash
     * @param place in the study's list
     */
    record Initializer(String name, String light, String dark, String mark, int round, int place) {}

    /**
     * The repetitions of one initializer at one variant and learning rate.
     *
     * @param isOwnRate whether the rate is the initializer's best one, or the only one
     * @param ended how the trials ended that did not complete, in words; empty where all completed
     * @param curves learning curves by metric
     * @param reached by the study's metric; null where no trial completed with one
     * @param predicted pairs of a value and what the first repetition's network predicts for it; empty where classes are learned
     * @param layers what was measured inside the network
     */
    record Group(
            int variant,
            int rate,
            int init,
            boolean isOwnRate,
            String ended,
            Map<String, Curve> curves,
            @Nullable Final reached,
            List<List<Double>> predicted,
            List<LayerSeries> layers) {}

    /**
     * A number that the grid varies.
     *
     * @param path of the field
     * @param numbers where each variant stands
     * @param others where it stands on all other axes
     */
    record Trend(String path, List<Double> numbers, List<String> others) {}

    /**
     * A learning curve: mean, smallest and largest value of the completed trials; the diverged ones each on their own.
     *
     * @param lost diverged trials
     */
    record Curve(List<Integer> x, List<Double> mean, List<Double> low, List<Double> high, List<Line> lost) {}

    /** A trial's own curve. */
    record Line(List<Integer> x, List<Double> y) {}

    /** Where the completed trials ended by the study's metric, with the 95 % interval of the mean from three on. */
    record Final(List<Double> values, double mean, @Nullable Double low, @Nullable Double high) {}

    /**
     * One quantity of one layer over the iterations, as means over repetitions.
     *
     * @param name DL4J's
     * @param iterations at which it was measured
     * @param statistics by name, one value for each iteration, null where there is none
     * @param histograms of the first repetition
     */
    record LayerSeries(
            String quantity,
            int layer,
            String name,
            List<Integer> iterations,
            Map<String, List<@Nullable Double>> statistics,
            List<Histogram> histograms) {}

    /**
     * How values were spread, exact zeros counted apart.
     *
     * @param low where the first bin begins
     * @param high where the last bin ends
     * @param counts bins of equal width
     * @param below how many lie below the first bin
     * @param above how many lie above the last bin
     * @param zeros how many are exactly 0
     */
    record Histogram(int iteration, double low, double high, List<Long> counts, long below, long above, long zeros) {}
}
