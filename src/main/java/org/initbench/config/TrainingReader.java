package org.initbench.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.initbench.config.Training.Precision;

/** Reads the {@code training} section of a study. */
final class TrainingReader {

    private static final double DEFAULT_RATE = 0.1;
    private static final double DEFAULT_DIVERGENCE = 1e6;

    /** By the name that a study gives. */
    private static final Map<String, Function<Section, Training.Updater>> UPDATERS = updaters();

    private static final Map<String, Function<Section, Training.Schedule>> SCHEDULES = schedules();

    private final Section section;

    TrainingReader(Section section) {
        this.section = section;
    }

    private static Map<String, Function<Section, Training.Updater>> updaters() {
        Map<String, Function<Section, Training.Updater>> updaters = new LinkedHashMap<>();
        updaters.put("sgd", updater -> new Training.Sgd());
        updaters.put("momentum", updater -> new Training.Momentum(momentum(updater)));
        updaters.put("nesterov", updater -> new Training.Nesterov(momentum(updater)));
        updaters.put("adam", TrainingReader::adam);
        updaters.put("rmsprop", TrainingReader::rmsProp);
        updaters.put("own", updater -> new Training.Own());
        return updaters;
    }

    private static Map<String, Function<Section, Training.Schedule>> schedules() {
        Map<String, Function<Section, Training.Schedule>> schedules = new LinkedHashMap<>();
        schedules.put("constant", schedule -> new Training.Constant());
        schedules.put("triangular", TrainingReader::triangular);
        return schedules;
    }

    Training read() {
        Training training = new Training(
                precision(),
                updater(section.named("updater")),
                learningRates(),
                schedule(section.named("schedule")),
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
            double single = section.number("learningRate", DEFAULT_RATE, Range.NON_NEGATIVE);
            section.warning("learningRate", single + " has no effect beside learningRates; give one of the two");
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

    private static Training.Updater updater(Section section) {
        return kind(section, "sgd", UPDATERS);
    }

    private static Training.Schedule schedule(Section section) {
        return kind(section, "constant", SCHEDULES);
    }

    /** What the section's {@code name} says, with the settings of that kind. */
    private static <T> T kind(Section section, String fallback, Map<String, Function<Section, T>> readers) {
        String name = section.choice(NamedMappings.NAME, fallback, readers.keySet());
        T read = Objects.requireNonNull(readers.get(name)).apply(section);
        section.finish();
        return read;
    }

    private static Training.Adam adam(Section updater) {
        return new Training.Adam(
                updater.number("beta1", 0.9, Range.BELOW_ONE),
                updater.number("beta2", 0.999, Range.BELOW_ONE),
                updater.number("epsilon", 1e-8, Range.POSITIVE));
    }

    private static Training.RmsProp rmsProp(Section updater) {
        return new Training.RmsProp(
                updater.number("decay", 0.95, Range.BELOW_ONE), updater.number("epsilon", 1e-8, Range.POSITIVE));
    }

    private static double momentum(Section updater) {
        return updater.number("momentum", 0.9, Range.BELOW_ONE);
    }

    private static Training.Triangular triangular(Section schedule) {
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
