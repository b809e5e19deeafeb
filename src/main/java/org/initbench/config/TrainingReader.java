package org.initbench.config;

import java.util.List;
import java.util.Locale;
import org.initbench.config.Training.Precision;

/** Reads the {@code training} section of a study. */
final class TrainingReader {

    private static final double DEFAULT_RATE = 0.1;
    private static final double DEFAULT_DIVERGENCE = 1e6;

    private final Section section;

    TrainingReader(Section section) {
        this.section = section;
    }

    Training read() {
        Training training = new Training(
                precision(),
                updater(section.section("updater")),
                learningRates(),
                schedule(section.section("schedule")),
                section.integer("batchSize", 0, 0),
                section.flag("dropLast", false),
                section.flag("shuffle", true),
                length(),
                section.number("l2", 0, Range.NON_NEGATIVE),
                clip(section.section("clip")),
                section.number("divergence", DEFAULT_DIVERGENCE, Range.POSITIVE));
        if (training.schedule() instanceof Training.Triangular
                && training.learningRates().size() > 1) {
            section.problem("learningRates", "several rates have no effect under the triangular schedule");
        }
        section.finish();
        return training;
    }

    private Precision precision() {
        String name = section.choice("precision", "float", List.of("float", "double"));
        return Precision.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private List<Double> learningRates() {
        if (!section.has("learningRates")) {
            return List.of(section.number("learningRate", DEFAULT_RATE, Range.NON_NEGATIVE));
        }
        if (section.has("learningRate")) {
            section.number("learningRate", DEFAULT_RATE, Range.NON_NEGATIVE);
        }
        List<Double> rates = section.numbers("learningRates", List.of(DEFAULT_RATE), Range.NON_NEGATIVE);
        if (rates.isEmpty() || rates.stream().distinct().count() < rates.size()) {
            section.problem("learningRates", "give a list of different rates");
        }
        return rates;
    }

    private Training.Length length() {
        boolean inIterations = section.has("iterations");
        boolean inEpochs = section.has("epochs");
        if (inIterations && inEpochs) {
            section.problem("epochs", "give epochs or iterations, not both");
        }
        if (inIterations) {
            int iterations = section.integer("iterations", 0, 0);
            return new Training.Iterations(iterations);
        }
        return new Training.Epochs(section.integer("epochs", 1, 0));
    }

    private Training.Updater updater(Section updater) {
        String name = updater.choice("name", "sgd", List.of("sgd", "momentum", "nesterov", "adam", "rmsprop"));
        Training.Updater read =
                switch (name) {
                    case "momentum" -> new Training.Momentum(updater.number("momentum", 0.9, Range.BELOW_ONE));
                    case "nesterov" -> new Training.Nesterov(updater.number("momentum", 0.9, Range.BELOW_ONE));
                    case "adam" -> new Training.Adam(
                            updater.number("beta1", 0.9, Range.BELOW_ONE),
                            updater.number("beta2", 0.999, Range.BELOW_ONE),
                            updater.number("epsilon", 1e-8, Range.POSITIVE));
                    case "rmsprop" -> new Training.RmsProp(
                            updater.number("decay", 0.95, Range.BELOW_ONE),
                            updater.number("epsilon", 1e-8, Range.POSITIVE));
                    default -> new Training.Sgd();
                };
        updater.finish();
        return read;
    }

    private Training.Schedule schedule(Section schedule) {
        String name = schedule.choice("name", "constant", List.of("constant", "triangular"));
        Training.Schedule read =
                switch (name) {
                    case "triangular" -> triangular(schedule);
                    default -> new Training.Constant();
                };
        schedule.finish();
        return read;
    }

    private Training.Triangular triangular(Section schedule) {
        Training.Triangular read = new Training.Triangular(
                schedule.number("base", 0.001, Range.NON_NEGATIVE),
                schedule.number("max", 0.1, Range.POSITIVE),
                schedule.integer("stepSize", 2000, 1));
        if (read.base() > read.max()) {
            schedule.problem("base", read.base() + " is above max, which is " + read.max());
        }
        return read;
    }

    private static double clip(Section clip) {
        double norm = clip.number("perParameterL2", 0, Range.NON_NEGATIVE);
        clip.finish();
        return norm;
    }
}
