package org.initbench.check;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.initbench.result.Outcome;
import org.initbench.result.Rounded;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * All repetitions of one initializer: a row of {@code check.csv}. Figures are medians over repetitions, and empty where there
 * are none.
 *
 * @param reason of the verdict, in one sentence; empty where all is fine
 * @param isLost whether most repetitions lost the loss on the way
 */
public record CheckRow(
        String scenario,
        String variant,
        String init,
        @Nullable Double firstLoss,
        @Nullable Double chanceLoss,
        @Nullable Double signalRatio,
        @Nullable Double gradientRatio,
        @Nullable Double deadUnitFraction,
        @Nullable Double saturatedFraction,
        @Nullable Double distinctUnitFraction,
        @Nullable Double updateRatio,
        CheckVerdict verdict,
        String reason,
        boolean isLost) {

    private static final double HALF = 0.5;
    private static final double LARGEST_CHANGE = 10;
    private static final double OVERCONFIDENT = 2;
    private static final double HOPELESS_CHANGE = 1000;
    private static final int DIGITS = 3;

    /** {@code check.csv}. */
    public static Table<CheckRow> table() {
        return new Table<CheckRow>("check.csv")
                .column("scenario", CheckRow::scenario)
                .column("variant", CheckRow::variant)
                .column("init", CheckRow::init)
                .column("first_loss", CheckRow::firstLoss)
                .column("chance_loss", CheckRow::chanceLoss)
                .column("signal_ratio", CheckRow::signalRatio)
                .column("gradient_ratio", CheckRow::gradientRatio)
                .column("dead_unit_fraction", CheckRow::deadUnitFraction)
                .column("saturated_fraction", CheckRow::saturatedFraction)
                .column("distinct_unit_fraction", CheckRow::distinctUnitFraction)
                .column("update_ratio", CheckRow::updateRatio)
                .column("verdict", row -> row.verdict().column())
                .column("reason", CheckRow::reason);
    }

    /** A row for each variant and initializer, in the order of the trials. */
    public static List<CheckRow> of(List<CheckedTrial> trials) {
        Map<List<String>, List<CheckedTrial>> groups = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> List.of(trial.key().variant(), trial.key().init()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream().map(CheckRow::row).toList();
    }

    /** Of those that are fine, the one whose signal and gradient change least on their way; nothing where none is fine. */
    public static Optional<CheckRow> mostEven(List<CheckRow> rows) {
        return rows.stream()
                .filter(row -> row.verdict() == CheckVerdict.FINE)
                .min(Comparator.comparingDouble(
                        row -> Math.max(change(row.signalRatio()), change(row.gradientRatio()))));
    }

    /** How far a ratio is from 1, upwards or downwards; 0 where there is none. */
    private static double change(@Nullable Double ratio) {
        return ratio == null ? 0 : Math.abs(Math.log(ratio));
    }

    private static CheckRow row(List<CheckedTrial> trials) {
        CheckedTrial first = trials.get(0);
        CheckRow figures = new CheckRow(
                first.key().scenario(),
                first.key().variant(),
                first.key().init(),
                median(trials, CheckedTrial::firstLoss),
                median(trials, CheckedTrial::chanceLoss),
                median(trials, CheckedTrial::signalRatio),
                median(trials, CheckedTrial::gradientRatio),
                median(trials, trial -> value(trial.dead())),
                median(trials, trial -> value(trial.saturated())),
                median(trials, trial -> value(trial.distinct())),
                median(trials, trial -> value(trial.update())),
                CheckVerdict.FINE,
                "",
                2 * lost(trials) > trials.size());
        return figures.judged(trials);
    }

    private CheckRow judged(List<CheckedTrial> trials) {
        List<Outcome> ended = trials.stream().map(CheckedTrial::outcome).toList();
        List<Outcome> notRun = ended.stream().filter(CheckRow::isNotRun).toList();
        if (notRun.size() == ended.size()) {
            return with(CheckVerdict.SKIPPED, notRun.get(0).reason());
        }
        if (distinctUnitFraction != null && distinctUnitFraction < 1) {
            return with(
                    CheckVerdict.SYMMETRIC,
                    "only " + share(distinctUnitFraction) + " of the units of layer "
                            + layer(trials, CheckedTrial::distinct, distinctUnitFraction)
                            + " differ by their weights, and updates do not part them");
        }
        if (deadUnitFraction != null && deadUnitFraction > HALF) {
            return with(
                    CheckVerdict.DEAD,
                    share(deadUnitFraction) + " of the units of layer "
                            + layer(trials, CheckedTrial::dead, deadUnitFraction) + " are 0 for every example");
        }
        if (saturatedFraction != null && saturatedFraction > HALF) {
            return with(
                    CheckVerdict.SATURATED,
                    share(saturatedFraction) + " of the activations of layer "
                            + layer(trials, CheckedTrial::saturated, saturatedFraction)
                            + " lie where their function is flat");
        }
        return signalJudged(trials);
    }

    private CheckRow signalJudged(List<CheckedTrial> trials) {
        if (grows(signalRatio)) {
            return with(CheckVerdict.EXPLODING, signal(signalRatio));
        }
        if (isLost) {
            int updates =
                    trials.stream().mapToInt(CheckedTrial::iterations).max().orElse(0);
            return with(
                    CheckVerdict.EXPLODING,
                    "the loss is lost within " + updates + (updates == 1 ? " update" : " updates"));
        }
        if (grows(gradientRatio)) {
            return with(CheckVerdict.EXPLODING, gradient(gradientRatio));
        }
        boolean signalShrinks = shrinks(signalRatio);
        if (signalShrinks || shrinks(gradientRatio)) {
            return with(CheckVerdict.VANISHING, signalShrinks ? signal(signalRatio) : gradient(gradientRatio));
        }
        return firstLoss != null && chanceLoss != null && firstLoss > OVERCONFIDENT * chanceLoss
                ? with(
                        CheckVerdict.OVERCONFIDENT,
                        "the first loss is " + Rounded.text(firstLoss, DIGITS) + ", where one that knows nothing has "
                                + Rounded.text(chanceLoss, DIGITS))
                : this;
    }

    /**
     * Whether it cannot be expected to learn: equal or dead units, a loss that is not finite or is lost, a signal or gradient that
     * changes by more than a factor of a thousand, or no trial.
     */
    public boolean isHopeless() {
        return switch (verdict) {
            case SYMMETRIC, DEAD, SKIPPED -> true;
            case SATURATED, EXPLODING, VANISHING, OVERCONFIDENT, FINE -> isLost
                    || (firstLoss != null && !Double.isFinite(firstLoss))
                    || isFar(signalRatio)
                    || isFar(gradientRatio);
        };
    }

    private static boolean isFar(@Nullable Double ratio) {
        return ratio != null && !(ratio >= 1 / HOPELESS_CHANGE && ratio <= HOPELESS_CHANGE);
    }

    private static long lost(List<CheckedTrial> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Diverged)
                .count();
    }

    private static boolean isNotRun(Outcome outcome) {
        return outcome instanceof Outcome.Skipped || outcome instanceof Outcome.Failed;
    }

    /** What is not a number has grown beyond all bounds. */
    private static boolean grows(@Nullable Double ratio) {
        return ratio != null && !(ratio <= LARGEST_CHANGE);
    }

    private static boolean shrinks(@Nullable Double ratio) {
        return ratio != null && ratio < 1 / LARGEST_CHANGE;
    }

    private static String signal(@Nullable Double ratio) {
        return "the last hidden layer's activations are " + text(ratio) + " times the size of the input";
    }

    private static String gradient(@Nullable Double ratio) {
        return "the gradient that reaches the first hidden layer is " + text(ratio) + " times that of the last one";
    }

    private static String text(@Nullable Double ratio) {
        return ratio == null ? "" : Rounded.text(ratio, DIGITS);
    }

    private static String share(double fraction) {
        return Rounded.text(100 * fraction, DIGITS) + " %";
    }

    /** The layer that is worst in the repetition that is nearest to the median. */
    private static String layer(
            List<CheckedTrial> trials, Function<CheckedTrial, @Nullable Worst> figure, double median) {
        Worst nearest = null;
        for (CheckedTrial trial : trials) {
            Worst worst = figure.apply(trial);
            if (worst != null
                    && (nearest == null || Math.abs(worst.value() - median) < Math.abs(nearest.value() - median))) {
                nearest = worst;
            }
        }
        return nearest == null ? "" : nearest.layer();
    }

    private CheckRow with(CheckVerdict other, String why) {
        return new CheckRow(
                scenario,
                variant,
                init,
                firstLoss,
                chanceLoss,
                signalRatio,
                gradientRatio,
                deadUnitFraction,
                saturatedFraction,
                distinctUnitFraction,
                updateRatio,
                other,
                why,
                isLost);
    }

    private static @Nullable Double value(@Nullable Worst worst) {
        return worst == null ? null : (Double) worst.value();
    }

    private static @Nullable Double median(List<CheckedTrial> trials, Function<CheckedTrial, @Nullable Double> figure) {
        double[] values = trials.stream()
                .map((CheckedTrial trial) -> figure.apply(trial))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length == 0 ? null : (Double) Median.withDefaults().evaluate(values);
    }
}
