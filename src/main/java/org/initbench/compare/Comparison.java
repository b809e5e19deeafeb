package org.initbench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Metric;
import org.initbench.stats.Friedman;
import org.initbench.stats.Holm;
import org.initbench.stats.Nemenyi;
import org.initbench.stats.PerformanceProfile;
import org.jspecify.annotations.Nullable;

/**
 * Finished runs side by side, and initializers ranked over them. Each run is a data set, or each variant of it where its study
 * has a grid. An initializer's cost on a data set is that of its mean; one of which a repetition diverged ranks below all others.
 *
 * @param metric by which they are judged
 * @param dataSets names of study, run and variant
 * @param leftOut initializers that some data set has no figure of, and are not ranked
 * @param hasRelated whether a study stands behind more than one data set, so that these are not independent
 * @param rows of {@code compare.csv}, by data set
 * @param ranks of {@code ranks.csv}, the best mean rank first
 */
public record Comparison(
        Metric metric,
        List<String> dataSets,
        List<String> leftOut,
        boolean hasRelated,
        List<CompareRow> rows,
        List<RankRow> ranks) {

    /**
     * Compares.
     *
     * @param judgedBy the metric; null for that of the runs
     * @throws InvalidInputException where there is nothing to compare, with every reason
     */
    public static Comparison of(List<ComparedRun> runs, @Nullable Metric judgedBy) {
        Metric metric = judgedBy == null ? runs.get(0).results().metric() : judgedBy;
        List<DataSet> dataSets = runs.stream()
                .filter(run -> !run.results().isCheck())
                .flatMap(run -> DataSet.of(run, metric).stream())
                .toList();
        Set<String> common = common(dataSets);
        new Comparability(runs, judgedBy, metric, dataSets, common).require();
        return of(dataSets, List.copyOf(common), metric);
    }

    private static Set<String> common(List<DataSet> dataSets) {
        Set<String> common = new LinkedHashSet<>();
        dataSets.forEach(dataSet -> common.addAll(dataSet.scores().keySet()));
        dataSets.forEach(dataSet -> common.retainAll(dataSet.scores().keySet()));
        return common;
    }

    private static Comparison of(List<DataSet> dataSets, List<String> common, Metric metric) {
        double[][] costs = dataSets.stream()
                .map(dataSet -> common.stream()
                        .map(dataSet.scores()::get)
                        .filter(Objects::nonNull)
                        .mapToDouble(Score::cost)
                        .toArray())
                .toArray(double[][]::new);
        double[][] ranks = Arrays.stream(costs).map(Friedman::ranks).toArray(double[][]::new);
        List<CompareRow> rows = new ArrayList<>();
        for (int i = 0; i < dataSets.size(); i++) {
            addRows(dataSets, i, common, ranks[i], metric, rows);
        }
        Set<String> leftOut = new LinkedHashSet<>();
        dataSets.forEach(dataSet -> leftOut.addAll(dataSet.run().results().initializers()));
        common.forEach(leftOut::remove);
        long studies = dataSets.stream()
                .map(each -> each.run().results().study())
                .distinct()
                .count();
        return new Comparison(
                metric,
                dataSets.stream().map(DataSet::name).toList(),
                List.copyOf(leftOut),
                studies < dataSets.size(),
                corrected(rows),
                ranked(dataSets, common, Friedman.of(ranks), metric));
    }

    private static void addRows(
            List<DataSet> dataSets,
            int place,
            List<String> common,
            double[] ranks,
            Metric metric,
            List<CompareRow> rows) {
        DataSet dataSet = dataSets.get(place);
        Map<String, Change> changes = changes(dataSet, dataSets.subList(0, place), metric);
        dataSet.scores().forEach((init, score) -> {
            int rank = common.indexOf(init);
            rows.add(new CompareRow(
                    dataSet.name(),
                    dataSet.run().results().study(),
                    dataSet.run().name(),
                    dataSet.variant(),
                    init,
                    score.learningRate(),
                    metric,
                    score.endings(),
                    score.values(),
                    rank < 0 ? null : (Double) ranks[rank],
                    changes.get(init)));
        });
    }

    /** Against the first data set before it that is of the same study and seed and differs in a single setting. */
    private static Map<String, Change> changes(DataSet dataSet, List<DataSet> before, Metric metric) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Optional<DataSet> reference = before.stream()
                .filter(dataSet::isOfStudy)
                .filter(other -> dataSet.settings().isSeededLike(other.settings()))
                .filter(other ->
                        dataSet.settings().differences(other.settings()).size() <= 1)
                .findFirst();
        reference.ifPresent(other -> dataSet.scores().forEach((init, score) -> {
            Score others = other.scores().get(init);
            if (others != null) {
                changes.put(init, Change.of(score, others, other.name(), setting(dataSet, other), metric));
            }
        }));
        return changes;
    }

    /** What was changed; builds and files of data that differ besides are said. */
    private static String setting(DataSet dataSet, DataSet other) {
        List<String> changed = new ArrayList<>(dataSet.settings().differences(other.settings()));
        if (!Objects.equals(dataSet.run().fingerprint(), other.run().fingerprint())) {
            changed.add("made by another build or of other files");
        }
        return String.join("; ", changed);
    }

    private static List<CompareRow> corrected(List<CompareRow> rows) {
        List<CompareRow> corrected = new ArrayList<>(rows);
        int[] tested = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).p() != null)
                .toArray();
        double[] p = Holm.adjusted(Arrays.stream(tested)
                .mapToObj(i -> rows.get(i).p())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
        for (int i = 0; i < tested.length; i++) {
            CompareRow row = rows.get(tested[i]);
            Change change = Objects.requireNonNull(row.change());
            corrected.set(tested[i], row.with(change.corrected(p[i])));
        }
        return List.copyOf(corrected);
    }

    private static List<RankRow> ranked(List<DataSet> dataSets, List<String> common, Friedman friedman, Metric metric) {
        double criticalDifference = Nemenyi.criticalDifference(common.size(), dataSets.size(), Friedman.ALPHA);
        List<Double> means = friedman.meanRanks();
        List<Integer> order = IntStream.range(0, common.size())
                .boxed()
                .sorted((i, j) -> Double.compare(means.get(i), means.get(j)))
                .toList();
        // Only where Friedman's test finds a difference may Nemenyi's look for it.
        List<List<Integer>> groups =
                friedman.p() < Friedman.ALPHA ? Nemenyi.groups(means, criticalDifference) : List.of(order);
        double[][] ratios = ratios(dataSets, common, metric);
        return order.stream()
                .map(i -> new RankRow(
                        common.get(i),
                        metric,
                        means.get(i),
                        friedman,
                        criticalDifference,
                        IntStream.range(0, groups.size())
                                .filter(group -> groups.get(group).contains(i))
                                .mapToObj(group -> group + 1)
                                .toList(),
                        Arrays.stream(ratios).map(row -> row[i]).toList(),
                        metric.isAccuracy() ? scores(dataSets, common.get(i), metric) : List.of()))
                .toList();
    }

    private static double[][] ratios(List<DataSet> dataSets, List<String> common, Metric metric) {
        double[][] errors = dataSets.stream()
                .map(dataSet -> common.stream()
                        .map(dataSet.scores()::get)
                        .filter(Objects::nonNull)
                        .mapToDouble(score -> score.error(metric))
                        .toArray())
                .toArray(double[][]::new);
        boolean isNegative =
                Arrays.stream(errors).flatMapToDouble(Arrays::stream).anyMatch(error -> error < 0);
        return isNegative ? new double[0][] : PerformanceProfile.ratios(errors);
    }

    private static List<List<Double>> scores(List<DataSet> dataSets, String init, Metric metric) {
        return dataSets.stream()
                .map(dataSet -> dataSet.scores().get(init))
                .filter(Objects::nonNull)
                .map(score -> Arrays.stream(score.reached(metric)).boxed().toList())
                .toList();
    }

    /** The test over all initializers. */
    public Friedman friedman() {
        return ranks.get(0).friedman();
    }

    /** Mean ranks that differ by less cannot be told apart. */
    public double criticalDifference() {
        return ranks.get(0).criticalDifference();
    }

    /** Whether the test over all initializers finds that they differ. */
    public boolean isDifferent() {
        return friedman().p() < Friedman.ALPHA;
    }

    /** Those that share a group with the best, itself among them. */
    public List<RankRow> leaders() {
        return ranks.stream()
                .filter(row -> !isDifferent() || row.meanRank() - ranks.get(0).meanRank() < criticalDifference())
                .toList();
    }

    /** The groups that cannot be told apart, each by the rows of its initializers. */
    public List<List<RankRow>> groups() {
        int count = ranks.stream()
                .flatMap(row -> row.groups().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, count)
                .mapToObj(group -> ranks.stream()
                        .filter(row -> row.groups().contains(group))
                        .toList())
                .toList();
    }

    /**
     * Writes {@code compare.csv} and {@code ranks.csv}.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        CompareRow.table().write(folder, rows.stream());
        RankRow.table().write(folder, ranks.stream());
    }
}
