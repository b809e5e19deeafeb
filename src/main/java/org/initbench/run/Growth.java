package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initbench.init.Catalog;
import org.initbench.init.InvalidSpecException;

/**
 * How a study may grow without any of its trials becoming another: by repetitions, initializers and learning rates that it did
 * not have. What it keeps of them, and what it is compared with, is not asked.
 */
final class Growth {

    private static final String REPETITIONS = "repetitions";
    private static final String INITIALIZERS = "initializers";
    private static final String KEEP = "keep";
    private static final String DOCUMENT = "document";
    private static final String TRAINING = "training";
    private static final String RATE = "learningRate";
    private static final String RATES = "learningRates";

    private Growth() {}

    /** What keeps a study from being the other one, grown; empty where it is. */
    static Optional<Difference> obstacle(ObjectNode before, ObjectNode after) {
        return Difference.first(rest(before), rest(after))
                .or(() -> shrunk(REPETITIONS, before.path(REPETITIONS), after.path(REPETITIONS)))
                .or(() -> lost(INITIALIZERS, initializers(before), initializers(after)))
                .or(() -> lost(TRAINING + "." + RATES, rates(before), rates(after)));
    }

    private static ObjectNode rest(ObjectNode study) {
        ObjectNode rest = study.deepCopy();
        rest.remove(List.of(REPETITIONS, INITIALIZERS, KEEP, DOCUMENT));
        if (rest.path(TRAINING) instanceof ObjectNode training) {
            training.remove(List.of(RATE, RATES));
        }
        return rest;
    }

    private static Optional<Difference> shrunk(String path, JsonNode before, JsonNode after) {
        return after.asInt() < before.asInt()
                ? Optional.of(new Difference(path, before.asText(), after.asText()))
                : Optional.empty();
    }

    private static <T> Optional<Difference> lost(String path, Set<T> before, Set<T> after) {
        return after.containsAll(before)
                ? Optional.empty()
                : Optional.of(new Difference(path, before.toString(), after.toString()));
    }

    private static Set<String> initializers(ObjectNode study) {
        Set<String> specs = new LinkedHashSet<>();
        study.path(INITIALIZERS).forEach(spec -> specs.add(normalized(spec.asText())));
        return specs;
    }

    private static String normalized(String spec) {
        try {
            return Catalog.parse(spec).spec();
        } catch (InvalidSpecException unknownHere) {
            return spec;
        }
    }

    private static Set<Double> rates(ObjectNode study) {
        JsonNode training = study.path(TRAINING);
        Set<Double> rates = new LinkedHashSet<>();
        if (training.path(RATES) instanceof ArrayNode several) {
            several.forEach(rate -> rates.add(rate.asDouble()));
        } else {
            rates.add(training.path(RATE).asDouble());
        }
        return rates;
    }
}
