package org.initbench.trial;

import java.util.Optional;
import java.util.function.Function;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.config.StudyReader;
import org.initbench.config.Suggestion;
import org.initbench.init.Biases;
import org.initbench.init.Catalog;
import org.initbench.init.InvalidSpecException;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Placement;
import org.initbench.scenario.Scenario;
import org.initbench.scenario.Scenarios;
import org.jspecify.annotations.Nullable;

/** Keeps the scenario that reading a study makes on the way, and the initializers that its network names. */
final class ScenarioReader implements StudyReader.ScenarioSections {

    private final Scenarios scenarios;
    private final Problems problems;
    private @Nullable Scenario scenario;
    private @Nullable NamedInitializer input;
    private @Nullable NamedInitializer output;
    private @Nullable NamedInitializer biases;

    ScenarioReader(Scenarios scenarios, Problems problems) {
        this.scenarios = scenarios;
        this.problems = problems;
    }

    @Override
    public Optional<String> problem(String name) {
        return scenarios.problem(name);
    }

    @Override
    public void read(String name, Section network, Section data) {
        input = spec(network, "inputInit", Catalog::parse);
        output = spec(network, "outputInit", Catalog::parse);
        biases = spec(network, "biasInit", Biases::parse);
        scenario = scenarios.read(name, network, data);
    }

    private @Nullable NamedInitializer spec(Section network, String key, Function<String, NamedInitializer> parser) {
        return network.has(key)
                ? parse("network." + key, network.text(key, ""), parser, problems)
                        .orElse(null)
                : null;
    }

    /** What a spec at a place in the study names; a problem where it is nothing. */
    static Optional<NamedInitializer> parse(
            String path, String spec, Function<String, NamedInitializer> parser, Problems problems) {
        try {
            return Optional.of(parser.apply(spec));
        } catch (InvalidSpecException invalid) {
            problems.add(path + ": " + invalid.getMessage()
                    + Suggestion.forUnknown(invalid.unknown(), invalid.known(), invalid.meant()));
            return Optional.empty();
        }
    }

    Placement placement(NamedInitializer initializer) {
        return new Placement(initializer, input, output, biases);
    }

    Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario);
    }
}
