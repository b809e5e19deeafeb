package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
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
     */
    private record Signal(
            String init,
            double first,
            double last,
            double constancy,
            @Nullable Double theory,
            @Nullable Double saturated,
            @Nullable Double dead) {

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
                    + (trouble().isEmpty() ? "." : "; it " + trouble() + ".");
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
                : Figures.list(alike) + " keep the signal about equally well; " + best.init() + " " + change + ".";
    }

    private static List<Signal> signals(RunResults run, String variant) {
        List<Signal> signals = new ArrayList<>();
        for (String init : run.initializers()) {
            List<LayerRow> rows = run.trials().stream()
                    .filter(trial -> trial.key().variant().equals(variant))
                    .filter(trial -> trial.key().init().equals(init))
                    .map(TrialResult::layers)
                    .flatMap(List::stream)
                    .filter(row -> row.iteration() == UNTRAINED && row.quantity() == Quantity.ACTIVATION)
                    .toList();
            if (!rows.isEmpty()) {
                signals.add(signal(init, rows));
            }
        }
        return signals;
    }

    private static Signal signal(String init, List<LayerRow> rows) {
        int last = rows.stream().mapToInt(LayerRow::layer).max().orElse(0);
        List<LayerRow> first = rows.stream().filter(row -> row.layer() == 0).toList();
        List<LayerRow> end = rows.stream().filter(row -> row.layer() == last).toList();
        return new Signal(
                init,
                orNaN(Means.of(first, row -> row.statistics().rms())),
                orNaN(Means.of(end, row -> row.statistics().rms())),
                orNaN(Means.of(
                        end,
                        row -> 1 - row.statistics().std() / row.statistics().rms())),
                Means.of(end, LayerRow::theoryRms),
                Means.of(end, LayerRow::saturatedFraction),
                Means.of(end, LayerRow::deadUnitFraction));
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
