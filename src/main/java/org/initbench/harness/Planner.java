package org.initbench.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.config.Grid;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Overrides;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.config.Study;
import org.initbench.config.StudyFiles;
import org.initbench.config.StudyReader;
import org.initbench.config.Suggestion;
import org.initbench.config.TopLevelCommas;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import org.initbench.init.InvalidSpecException;
import org.initbench.init.NamedInitializer;
import org.initbench.result.TrialKey;
import org.initbench.scenario.Scenario;
import org.initbench.scenario.Scenarios;
import org.jspecify.annotations.Nullable;

/** Turns a request into trials, or into a list of everything that is wrong with it. */
public final class Planner {

    private static final String ALL = "all";

    private final StudyFiles files;
    private final Scenarios scenarios;
    private final StudyReader reader;

    /** A planner for these studies, scenarios and published tables. */
    public Planner(StudyFiles files, Scenarios scenarios, Collection<String> documents) {
        this.files = files;
        this.scenarios = scenarios;
        this.reader = new StudyReader(scenarios.names(), documents);
    }

    /**
     * The trials that a request asks for.
     *
     * @throws InvalidInputException with every problem found
     */
    public Plan plan(StudyRequest request) {
        ObjectNode tree = tree(request).deepCopy();
        Problems problems = new Problems();
        if (request.quick()) {
            Overrides.applyQuick(tree, problems);
        }
        Map<String, String> values = new LinkedHashMap<>(request.fields());
        values.putAll(Overrides.parse(request.set(), problems));
        Overrides.apply(tree, values, problems);
        if (request.initializers() != null) {
            tree.set("initializers", tree.arrayNode().addAll(texts(tree, request.initializers())));
        }
        String name = name(request);
        List<Study> studies = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        for (Grid.Variant variant : Grid.expand(tree, problems)) {
            ScenarioReader scenarioReader = new ScenarioReader();
            Study study = reader.read(variant.tree(), scenarioReader::read, problems);
            List<NamedInitializer> initializers = initializers(study, problems);
            studies.add(study);
            scenarioReader.scenario().ifPresent(scenario -> {
                for (NamedInitializer initializer : initializers) {
                    addTrials(trials, name, variant.label(), study, scenario, initializer);
                }
            });
        }
        problems.throwIfAny();
        Study first = studies.get(0);
        return new Plan(name, first, first.resolved(), List.copyOf(trials));
    }

    private static void addTrials(
            List<Trial> trials,
            String name,
            String variant,
            Study study,
            Scenario scenario,
            NamedInitializer initializer) {
        for (double learningRate : study.training().learningRates()) {
            for (int repetition = 0; repetition < study.repetitions(); repetition++) {
                TrialKey key = new TrialKey(name, variant, initializer.spec(), learningRate, repetition);
                trials.add(new Trial(key, study, scenario, initializer));
            }
        }
    }

    /** Keeps the scenario that reading a study makes on the way. */
    private final class ScenarioReader {

        private @Nullable Scenario scenario;

        void read(String name, Section network, Section data) {
            scenario = scenarios.read(name, network, data);
        }

        Optional<Scenario> scenario() {
            return Optional.ofNullable(scenario);
        }
    }

    private ObjectNode tree(StudyRequest request) {
        if (request.file() != null) {
            return StudyFiles.file(request.file());
        }
        return files.named(name(request));
    }

    private static String name(StudyRequest request) {
        Path file = request.file();
        if (file != null) {
            return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        }
        return Optional.ofNullable(request.study())
                .orElseThrow(() -> new InvalidInputException("scenario: name a study, or give a file with config"));
    }

    private static List<TextNode> texts(ObjectNode tree, String list) {
        List<String> specs = list.trim().equals(ALL)
                ? Catalog.types().stream().map(InitializerType::example).toList()
                : TopLevelCommas.split(list);
        return specs.stream().map(tree::textNode).toList();
    }

    private static List<NamedInitializer> initializers(Study study, Problems problems) {
        List<NamedInitializer> parsed = new ArrayList<>();
        for (String spec : study.initializers()) {
            try {
                NamedInitializer initializer = Catalog.parse(spec);
                if (parsed.stream().anyMatch(other -> other.spec().equals(initializer.spec()))) {
                    problems.add("initializers: " + spec + " stands twice in the list; it is " + initializer.spec());
                }
                parsed.add(initializer);
            } catch (InvalidSpecException invalid) {
                String suggestion =
                        invalid.unknown().isEmpty() ? "" : Suggestion.forUnknown(invalid.unknown(), invalid.known());
                problems.add("initializers: " + invalid.getMessage() + suggestion);
            }
        }
        return parsed;
    }
}
