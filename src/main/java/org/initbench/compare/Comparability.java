package org.initbench.compare;

import java.util.List;
import java.util.Set;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.result.Metric;
import org.initbench.result.Words;
import org.jspecify.annotations.Nullable;

/** Whether runs can be compared, and why not. */
final class Comparability {

    private static final int FEWEST = 2;

    private final List<ComparedRun> runs;
    private final @Nullable Metric judgedBy;
    private final Metric metric;
    private final List<DataSet> dataSets;
    private final Set<String> common;
    private final Problems problems = new Problems();

    /**
     * Of these runs.
     *
     * @param judgedBy the metric that was asked for; null for that of the runs
     * @param metric by which they are judged
     * @param dataSets that they come to
     * @param common initializers that all of these have
     */
    Comparability(
            List<ComparedRun> runs,
            @Nullable Metric judgedBy,
            Metric metric,
            List<DataSet> dataSets,
            Set<String> common) {
        this.runs = runs;
        this.judgedBy = judgedBy;
        this.metric = metric;
        this.dataSets = dataSets;
        this.common = common;
    }

    /**
     * Makes sure that they can.
     *
     * @throws InvalidInputException with every reason why not
     */
    void require() {
        checkRuns();
        boolean isJudged = checkMetrics();
        checkTrials();
        checkDataSets();
        if (isJudged) {
            checkScores();
        }
        problems.throwIfAny();
    }

    private void checkRuns() {
        runs.stream()
                .filter(run -> run.results().isCheck())
                .forEach(check -> problems.add("compare: " + name(check)
                        + " is a check, whose few updates say nothing of how a network learns; "
                        + "give runs of run or recommend"));
    }

    private boolean checkMetrics() {
        boolean isJudged =
                judgedBy != null || runs.stream().allMatch(run -> run.results().metric() == metric);
        if (!isJudged) {
            problems.add("compare: the runs are judged by different metrics, "
                    + Words.list(runs.stream()
                            .map(run ->
                                    name(run) + " by " + run.results().metric().column())
                            .toList())
                    + "; --metric=" + metric.column() + " names one for all");
        }
        return isJudged;
    }

    private void checkTrials() {
        for (ComparedRun run : runs) {
            if (run.results().trials().isEmpty()) {
                problems.add("compare: all trials of " + name(run) + " are damaged; the command of the run with -Drun="
                        + run.name() + " runs them again");
            }
        }
    }

    private void checkDataSets() {
        if (dataSets.size() < FEWEST) {
            problems.add("compare: initializers are ranked over two data sets at least, and there is "
                    + (dataSets.isEmpty() ? "none" : dataSets.get(0).name() + " alone")
                    + "; give more runs, or one of a study with a grid");
        }
        for (int i = 0; i < dataSets.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (dataSets.get(i).repeats(dataSets.get(j))) {
                    problems.add("compare: " + dataSets.get(j).name() + " and "
                            + dataSets.get(i).name() + " are the same study with the same settings; give one of them");
                }
            }
        }
    }

    private void checkScores() {
        List<DataSet> without =
                dataSets.stream().filter(each -> each.scores().isEmpty()).toList();
        for (DataSet dataSet : without) {
            problems.add("compare: no trial of " + dataSet.name() + " has a " + metric.column());
        }
        if (without.isEmpty() && dataSets.size() >= FEWEST && common.size() < FEWEST) {
            problems.add("compare: "
                    + Words.list(dataSets.stream().map(DataSet::name).toList()) + " have "
                    + (common.isEmpty()
                            ? "no initializer"
                            : "only the initializer " + common.iterator().next())
                    + " in common, and two are needed");
        }
    }

    private static String name(ComparedRun run) {
        return run.results().study() + "/" + run.name();
    }
}
