package org.initbench.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.initbench.config.Section;

/** The registry of scenarios: one line for each. */
public final class Scenarios {

    private final Map<String, BiFunction<Section, Section, Scenario>> readers = new LinkedHashMap<>();

    /** The scenarios that come with initbench. */
    public static Scenarios builtIn() {
        return new Scenarios()
                .register("moons", MoonsScenario::new)
                .register("activations", ActivationsScenario::new)
                .register("rnn", RnnScenario::new)
                .register("adding", AddingScenario::new);
    }

    /**
     * Adds a scenario.
     *
     * @param name as in the {@code scenario} field of a study
     * @param reader makes it from the study's {@code network} and {@code data} sections, reporting problems there
     */
    public Scenarios register(String name, BiFunction<Section, Section, Scenario> reader) {
        if (readers.putIfAbsent(name, reader) != null) {
            throw new IllegalArgumentException("two scenarios are called " + name);
        }
        return this;
    }

    /** All names. */
    public Set<String> names() {
        return readers.keySet();
    }

    /** The scenario of that name with these parameters; problems are in the sections' collector. */
    public Scenario read(String name, Section network, Section data) {
        BiFunction<Section, Section, Scenario> reader = readers.get(name);
        if (reader == null) {
            throw new IllegalArgumentException("there is no scenario " + name);
        }
        Scenario scenario = reader.apply(network, data);
        network.finish();
        data.finish();
        return scenario;
    }
}
