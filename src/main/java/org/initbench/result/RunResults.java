package org.initbench.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as it is read back: what the study asked for, and what its trials produced. */
public final class RunResults {

    private final String study;
    private final String title;
    private final Metric metric;
    private final double target;
    private final ObjectNode resolved;
    private final List<TrialResult> trials;
    private final RunLayers layers;
    private final TrialOrder order;

    /**
     * Keeps its own list of the trials.
     *
     * @param study its name
     * @param title one line for people
     * @param metric that ranks the initializers
     * @param target value of the metric to reach; NaN when none is set
     * @param resolved the whole study as read, defaults included
     * @param trials by variant, initializer, learning rate, repetition
     * @param layers what was measured in these trials, which need not have it themselves
     */
    public RunResults(
            String study,
            String title,
            Metric metric,
            double target,
            ObjectNode resolved,
            List<TrialResult> trials,
            RunLayers layers) {
        this.study = study;
        this.title = title;
        this.metric = metric;
        this.target = target;
        this.resolved = resolved;
        this.trials = List.copyOf(trials);
        this.layers = layers;
        this.order = TrialOrder.of(trials.stream().map(TrialResult::key).toList());
    }

    /**
     * The metric that judges trials: where the study leaves it open, what they have tells.
     *
     * @param target of the study
     */
    public static Metric metric(String target, List<TrialResult> trials) {
        boolean hasTest = trials.stream()
                .anyMatch(trial -> trial.facts().test() != null || trial.test().loss() != null);
        boolean isClassifier = trials.stream()
                .anyMatch(trial -> trial.train().accuracy() != null
                        || isOfClasses(trial.facts().train()));
        return Metric.ofTarget(target, hasTest, isClassifier);
    }

    private static boolean isOfClasses(@Nullable Baseline baseline) {
        return baseline != null && baseline.largestShare() != null;
    }

    /** The name of the study. */
    public String study() {
        return study;
    }

    /** One line for people. */
    public String title() {
        return title;
    }

    /** What ranks the initializers. */
    public Metric metric() {
        return metric;
    }

    /** Value of the metric to reach; NaN when none is set. */
    public double target() {
        return target;
    }

    /** The whole study as read, defaults included. */
    public ObjectNode resolved() {
        return resolved;
    }

    /**
     * By variant, initializer, learning rate, repetition; with rows of layers where histograms were kept, for whose sake they are
     * there.
     */
    public List<TrialResult> trials() {
        return trials;
    }

    /** What was measured inside of the networks. */
    public RunLayers layers() {
        return layers;
    }

    /** Whether its trials are those of a check: a few updates, which say nothing of how a network learns. */
    public boolean isCheck() {
        return resolved.path(StudyFile.CHECK).asBoolean();
    }

    /** The initializers in the order of the study. */
    public List<String> initializers() {
        return order.initializers();
    }

    /** The points of the grid in the order of the study; a single empty one without a grid. */
    public List<String> variants() {
        return order.variants();
    }

    /** The learning rates in the order of the study. */
    public List<Double> learningRates() {
        return order.learningRates();
    }
}
