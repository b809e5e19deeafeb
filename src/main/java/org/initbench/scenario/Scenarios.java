package org.initbench.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.initbench.config.OwnClass;
import org.initbench.config.Section;
import org.initbench.config.Suggestion;

/** The registry of scenarios: one line for each. */
public final class Scenarios {

    private static final OwnClass<Scenario> OWN = new OwnClass<>(
            Scenario.class,
            "a Scenario with a public constructor of two Sections",
            List.of(Section.class, Section.class));

    private final Map<String, BiFunction<Section, Section, Scenario>> readers = new LinkedHashMap<>();

    /** The scenarios that come with initbench. */
    public static Scenarios builtIn() {
        return new Scenarios()
                .register("moons", MoonsScenario::new)
                .register("activations", ActivationsScenario::new)
                .register("separable", SeparableScenario::new)
                .register("classification", ClassificationScenario::new)
                .register("mnist", ImageMlpScenario::ofHidden)
                .register("depth", ImageMlpScenario::ofDepth)
                .register("cnn", CnnScenario::new)
                .register("rnn", RnnScenario::ofSimple)
                .register("adding", AddingScenario::new)
                .register("lstm", RnnScenario::ofLstm)
                .register("residual", ResidualScenario::ofDense)
                .register("resnet", ResidualScenario::ofKernels)
                .register("transformer", TransformerScenario::new)
                .register("autoencoder", AutoencoderScenario::new)
                .register("network", NetworkScenario::new);
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

    /** The names of those that are registered. */
    public Set<String> names() {
        return readers.keySet();
    }

    /**
     * Why there is no scenario of that name, as a message goes on after the key; empty where there is one. A name with dots
     * is that of a class on the class path: a public {@link Scenario} with a public constructor of the two sections.
     */
    public Optional<String> problem(String name) {
        if (readers.containsKey(name)) {
            return Optional.empty();
        }
        if (name.contains(".")) {
            return OWN.problem(name);
        }
        String what = name.isEmpty() ? "missing" : name + " is not known";
        return Optional.of(what + Suggestion.forUnknown(name, readers.keySet()));
    }

    /** The scenario of that name with these parameters; problems are in the sections' collector. */
    public Scenario read(String name, Section network, Section data) {
        Scenario scenario = readers.getOrDefault(name, (ofNetwork, ofData) -> OWN.make(name, ofNetwork, ofData))
                .apply(network, data);
        network.finish();
        data.finish();
        return scenario;
    }
}
