package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.result.TrialSignals;
import org.initbench.result.Words;
import org.initbench.stats.Proportion;
import org.jspecify.annotations.Nullable;

/** Who keeps the signal alive through the layers, for studies that do not train. */
final class SignalVerdict {

    private static final int UNTRAINED = 0;
    private static final double MOST_LOST = 0.5;
    private static final double KEPT = 10;
    /** Of a mean far from zero, such as the sigmoid's, the root mean square says little. */
    private static final double CONSTANT = 0.9;

    private static final double ALIKE = 0.1;

    private SignalVerdict() {}

    /**
     * What is left of the signal in the last layer, as means over repetitions.
     *
     * @param first root mean square of the first layer's activations
     * @param last of the last layer's
     * @param constancy share of the last layer's activations that is the same for all, 1 − std/rms
     * @param theory predicted for the last layer; null without a prediction
     * @param saturated fraction of the last layer's activations; null for activations without saturation
     * @param dead fraction of the last layer's units
     * @param bornDead in how many repetitions a layer has no unit that is alive, so that the output is the same for every input
     * @param repetitions how many there are
     */
    private record Signal(
            String init,
            double first,
            double last,
            double constancy,
            @Nullable Double theory,
            @Nullable Double saturated,
            @Nullable Double dead,
            int bornDead,
            int repetitions) {

        double change() {
            double change = Math.abs(Math.log(last / first));
            return Double.isNaN(change) ? Double.POSITIVE_INFINITY : change;
        }

        /** Why it does not serve, or nothing. */
        String trouble() {
            if (saturated != null && saturated > MOST_LOST) {
                return "saturates";
            }
            if (constancy > CONSTANT) {
                return "makes the activations nearly constant";
            }
            if (dead != null && dead > MOST_LOST) {
                return "leaves most units dead";
            }
            if (change() > Math.log(KEPT)) {
                return last < first ? "lets the signal vanish" : "lets the signal explode";
            }
            return "";
        }

        String figures() {
            return init + ": rms of activations " + Figures.of(first) + " in the first layer, " + Figures.of(last)
                    + " in the last"
                    + (theory == null ? "" : " (theory " + Figures.of(theory) + ")")
                    + (saturated == null ? "" : ", " + percent(saturated) + " saturated")
                    + (dead == null || dead == 0 ? "" : ", " + percent(dead) + " of the units dead")
                    + (bornDead == 0 ? "" : ", " + born())
                    + (trouble().isEmpty() ? "." : "; it " + trouble() + ".");
        }

        private String born() {
            return "born dead in " + bornDead + " of " + Words.count(repetitions, "repetition")
                    + Proportion.interval(bornDead, repetitions)
                            .map(share -> " (95 % interval of the share " + Figures.range(share) + ")")
                            .orElse("");
        }

        private static String percent(double fraction) {
            return Figures.of(100 * fraction) + " %";
        }
    }

    static boolean hasSignal(RunResults run, String variant) {
        return !signals(run, variant).isEmpty();
    }

    static Finding of(RunResults run, String variant) {
        List<Signal> signals = signals(run, variant);
        List<String> details =
                new ArrayList<>(signals.stream().map(Signal::figures).toList());
        details.add("Nothing was trained: these are activations at iteration 0, means over repetitions.");
        List<Signal> kept = signals.stream()
                .filter(signal -> signal.trouble().isEmpty())
                .sorted(Comparator.comparingDouble(Signal::change))
                .toList();
        String code = kept.isEmpty() ? "" : code(run, variant, alike(kept));
        return new Finding(Names.ofVariant(variant), sentence(kept, signals.size()), code, details);
    }

    /** Those that keep the signal about as well as the best. */
    private static List<String> alike(List<Signal> kept) {
        return kept.stream()
                .filter(signal -> signal.change() - kept.get(0).change() < ALIKE)
                .map(Signal::init)
                .toList();
    }

    /** What to write for the first of these that DL4J has; empty where it is not known what DL4J has. */
    private static String code(RunResults run, String variant, List<String> inits) {
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .toList();
        if (!Dl4jLaw.isKnown(trials, inits.get(0))) {
            return "";
        }
        for (String init : inits) {
            Optional<String> code = Dl4jLaw.code(trials, init);
            if (code.isPresent()) {
                return Dl4jLaw.drawn(code.get(), init);
            }
        }
        return Dl4jLaw.none(inits);
    }

    private static String sentence(List<Signal> kept, int all) {
        if (kept.isEmpty()) {
            return all == 1
                    ? "The initializer does not keep the signal alive to the last layer."
                    : "None of the " + all + " initializers keeps the signal alive to the last layer.";
        }
        Signal best = kept.get(0);
        List<String> alike = alike(kept);
        String change = "from rms " + Figures.of(best.first()) + " in the first layer to " + Figures.of(best.last())
                + " in the last";
        return alike.size() == 1
                ? best.init() + " keeps the signal best, " + change + "."
                : Words.list(alike) + " keep the signal about equally well; " + best.init() + " " + change + ".";
    }

    private static List<Signal> signals(RunResults run, String variant) {
        List<Signal> signals = new ArrayList<>();
        for (String init : run.initializers()) {
            List<MeasuredLayers> groups = run.trials().stream()
                    .map(TrialResult::key)
                    .filter(key -> key.variant().equals(variant) && key.init().equals(init))
                    .map(run.layers()::of)
                    .distinct()
                    .toList();
            OptionalInt last = groups.stream()
                    .flatMap(layers -> layers.tensors(Quantity.ACTIVATION)
                            .filter(tensor -> layers.iterations(tensor).contains(UNTRAINED)))
                    .mapToInt(Tensor::layer)
                    .max();
            last.ifPresent(layer -> signals.add(signal(init, groups, layer)));
        }
        return signals;
    }

    private static Signal signal(String init, List<MeasuredLayers> groups, int last) {
        List<TrialSignals> trials =
                groups.stream().flatMap(layers -> layers.signals().stream()).toList();
        return new Signal(
                init,
                orNaN(mean(groups, 0, LayerFigure.RMS)),
                orNaN(mean(groups, last, LayerFigure.RMS)),
                orNaN(mean(groups, last, LayerFigure.CONSTANCY)),
                mean(groups, last, LayerFigure.THEORY_RMS),
                mean(groups, last, LayerFigure.SATURATED_FRACTION),
                mean(groups, last, LayerFigure.DEAD_UNIT_FRACTION),
                (int) trials.stream()
                        .filter(trial -> trial.deadFirst().value() == 1)
                        .count(),
                trials.size());
    }

    private static @Nullable Double mean(List<MeasuredLayers> groups, int layer, LayerFigure figure) {
        FigureSummary all = new FigureSummary();
        for (MeasuredLayers layers : groups) {
            layers.tensors(Quantity.ACTIVATION)
                    .filter(tensor -> tensor.layer() == layer)
                    .forEach(tensor -> layers.of(tensor, UNTRAINED, figure).ifPresent(all::combine));
        }
        return all.getCount() == 0 ? null : (Double) all.getAverage();
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
