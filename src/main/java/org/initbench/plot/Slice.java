package org.initbench.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.initbench.result.Endings;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;

/**
 * The trials that differ in initializer and repetition alone.
 *
 * @param variant where they stand in the grid; empty without one
 * @param title which ones, as far as the run has others; may be empty
 * @param byInit the same trials by their initializer, in the order of the study
 */
record Slice(
        RunResults run,
        String variant,
        double rate,
        String title,
        List<TrialResult> trials,
        Map<String, List<TrialResult>> byInit) {

    /** What was measured inside the networks of an initializer. */
    MeasuredLayers layers(String init) {
        return run.layers().of(of(init).get(0).key());
    }

    /** The same of each initializer. */
    List<MeasuredLayers> layers() {
        return initializers().stream().map(this::layers).toList();
    }

    /** Every variant at each of its learning rates. */
    static List<Slice> all(RunResults run) {
        List<Slice> slices = new ArrayList<>();
        for (String variant : run.variants()) {
            rates(run, variant).forEach(rate -> slices.add(of(run, variant, rate)));
        }
        return slices;
    }

    /** Every variant at the middle one of its learning rates, the lower of two, for pictures of what happens inside of networks. */
    static List<Slice> atOneRate(RunResults run) {
        return run.variants().stream()
                .map(variant -> {
                    List<Double> rates = rates(run, variant);
                    return of(run, variant, rates.get((rates.size() - 1) / 2));
                })
                .toList();
    }

    private static List<Double> rates(RunResults run, String variant) {
        return run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .map(trial -> trial.key().learningRate())
                .distinct()
                .toList();
    }

    private static Slice of(RunResults run, String variant, double rate) {
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .filter(trial -> trial.key().learningRate() == rate)
                .toList();
        String rateTitle = rates(run, variant).size() > 1 ? "learning rate " + Axes.plain(rate) : "";
        String name = Names.ofVariant(variant);
        String title = name.isEmpty() || rateTitle.isEmpty() ? name + rateTitle : name + ", " + rateTitle;
        Map<String, List<TrialResult>> byInit = trials.stream()
                .collect(Collectors.groupingBy(trial -> trial.key().init(), LinkedHashMap::new, Collectors.toList()));
        return new Slice(run, name, rate, title, trials, byInit);
    }

    /** The title of a picture that shows these trials alone. */
    String titled(String what) {
        return run.title() + ": " + what + (title.isEmpty() ? "" : " (" + title + ")");
    }

    /** The repetitions of an initializer. */
    List<TrialResult> of(String init) {
        return byInit.getOrDefault(init, List.of());
    }

    /** The initializers that have trials here, in the order of the study. */
    List<String> initializers() {
        return List.copyOf(byInit.keySet());
    }

    /** How the trials of an initializer ended that did not complete, in words; empty where all did. */
    String endings(String init) {
        return Endings.of(of(init)).inWords();
    }

    /** The same of all initializers, a line each. */
    List<String> allEndings() {
        return initializers().stream()
                .filter(init -> !endings(init).isEmpty())
                .map(init -> init + ": " + endings(init))
                .toList();
    }
}
