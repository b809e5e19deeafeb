package org.initbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.Grid;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Overrides;
import org.initbench.config.Problems;
import org.initbench.config.Study;
import org.initbench.config.StudyFiles;
import org.initbench.config.StudyReader;
import org.initbench.config.TopLevelCommas;
import org.initbench.config.Training;
import org.initbench.data.DataFolders;
import org.initbench.document.Document;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Placement;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.scenario.Scenario;
import org.initbench.scenario.Scenarios;

/** Turns a request into trials, or into a list of everything that is wrong with it. */
public final class Planner {

    private static final String ALL = "all";
    private static final String DOCUMENT = "document";

    private final StudyFiles files;
    private final Scenarios scenarios;
    private final StudyReader reader;
    private final DataFolders folders;

    /** A planner for these studies and scenarios, whose trials find their data in these folders. */
    public Planner(StudyFiles files, Scenarios scenarios, DataFolders folders) {
        this.folders = folders;
        this.files = files;
        this.scenarios = scenarios;
        this.reader = new StudyReader(Metric.targets());
    }

    /**
     * The trials that a request asks for.
     *
     * @throws InvalidInputException with every problem found
     */
    public Plan plan(StudyRequest request) {
        Problems problems = new Problems();
        Optional<ObjectNode> found = find(request, problems);
        ObjectNode tree = found.orElseGet(this::standIn);
        change(tree, request, problems);
        findDocument(tree, request, problems);
        NetworkStudy.find(tree, request.file(), folders);
        DataSettings.find(tree, request.file());
        DataSettings.giveWay(tree, problems);
        if (found.isEmpty()) {
            tree.remove(List.of("network", "data", "grid"));
        }
        Plan asked = expand(request.name(), tree, problems);
        List<String> ofData = prepareData(asked.trials());
        Plan plan = asTrained(withSources(asked, problems), problems);
        return new Plan(
                plan.name(),
                plan.study(),
                plan.resolved(),
                plan.trials(),
                request.properties(),
                Stream.concat(problems.warnings().stream(), ofData.stream()).toList());
    }

    /**
     * Puts a document of one's own into the study, so that a run holds what it was compared with. A path in the study's file is beside
     * it, or in the working folder; one that was set is in the working folder.
     */
    private static void findDocument(ObjectNode tree, StudyRequest request, Problems problems) {
        JsonNode given = tree.path(DOCUMENT);
        try {
            if (given.isTextual() && !given.asText().isEmpty()) {
                String name = given.asText();
                boolean isSet = Overrides.parse(request.set(), new Problems()).containsKey(DOCUMENT);
                Path file = request.file();
                List<Path> places = isSet || file == null
                        ? List.of(Path.of(name))
                        : List.of(file.resolveSibling(name), Path.of(name));
                Document.find(name, places).ifPresent(content -> tree.set(DOCUMENT, content));
            }
        } catch (InvalidInputException invalid) {
            problems.addAll(invalid.problems());
            tree.remove(DOCUMENT);
        } catch (InvalidPathException noPath) {
            problems.add("document: " + given.asText() + " is no path");
            tree.remove(DOCUMENT);
        }
        if (tree.path(DOCUMENT) instanceof ObjectNode content) {
            Document.read(content, problems);
        }
    }

    /** With each source of data that the study leaves open named by what it came to, so that it never comes to another. */
    private Plan withSources(Plan plan, Problems problems) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Trial trial : plan.oneOfEachVariant()) {
            String source = trial.scenario().origin(folders).source();
            if (source != null) {
                found.put(trial.study().resolved().at("/data/source").asText(), source);
            }
        }
        return found.isEmpty()
                ? plan
                : expand(plan.name(), Grid.renamed(plan.resolved(), "data.source", found), problems);
    }

    /** With what a scenario of someone's own brings in place of the study's; those that come with initbench bring nothing. */
    private Plan asTrained(Plan plan, Problems problems) {
        boolean isBuiltIn = scenarios.names().contains(plan.study().scenario());
        if (isBuiltIn && !(plan.study().training().updater() instanceof Training.Own)) {
            return plan;
        }
        ObjectNode resolved = new OwnSettingsCheck(plan, problems).asTrained();
        problems.throwIfAny();
        return expand(plan.name(), resolved, problems);
    }

    /**
     * The same trials once more, from what {@link Plan#resolved} says; data are taken to be there.
     *
     * @throws InvalidInputException with every problem found
     */
    public Plan planAgain(String name, ObjectNode resolved) {
        return expand(name, resolved, new Problems());
    }

    private Plan expand(String name, ObjectNode tree, Problems problems) {
        List<Study> studies = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        TrialLimit limit = new TrialLimit(problems);
        if (!limit.allowsVariants(Grid.size(tree))) {
            tree.remove("grid");
        }
        for (Grid.Variant variant : Grid.expand(tree, problems)) {
            ScenarioReader scenarioReader = new ScenarioReader(scenarios, problems);
            Study study = reader.read(variant.tree(), scenarioReader, problems);
            List<NamedInitializer> initializers = initializers(study, problems);
            studies.add(study);
            scenarioReader.scenario().ifPresent(scenario -> {
                check(study, scenario, problems);
                if (!limit.allows(study, initializers.size())) {
                    return;
                }
                for (NamedInitializer initializer : initializers) {
                    addTrials(trials, name, variant.label(), study, scenario, scenarioReader.placement(initializer));
                }
            });
        }
        limit.check();
        problems.throwIfAny();
        Study first = studies.get(0);
        ObjectNode resolved = Grid.again(tree, first.resolved());
        return new Plan(name, first, resolved, List.copyOf(trials), List.of(), problems.warnings());
    }

    /** One look at the data of each variant; what is missing or damaged is found before any trial runs. */
    private List<String> prepareData(List<Trial> trials) {
        return trials.stream()
                .map(Trial::scenario)
                .distinct()
                .flatMap(scenario -> scenario.prepare(folders).stream())
                .distinct()
                .toList();
    }

    private static void check(Study study, Scenario scenario, Problems problems) {
        Training training = study.training();
        boolean trains =
                training.length().iterations(1) > 0 || training.learningRates().size() > 1;
        if (trains && (!scenario.isTrained() || (scenario.isOnlyChecked() && !study.check()))) {
            problems.add("training: " + scenario.whyUntrained());
        }
        if (training.updater() instanceof Training.Own && !scenario.bringsUpdater()) {
            problems.add("training.updater: own is for the networks of files, which bring one; give another");
        }
        Metric metric = Metric.ofTarget(study.target().metric(), true, scenario.isClassifier());
        if (metric.isAccuracy() && !scenario.isClassifier()) {
            problems.add("target.metric: this scenario has no classes, so no " + metric.column()
                    + "; give train_loss or test_loss");
        }
    }

    private void addTrials(
            List<Trial> trials, String name, String variant, Study study, Scenario scenario, Placement placement) {
        String init = placement.initializer().spec();
        for (double learningRate : study.training().learningRates()) {
            for (int repetition = 0; repetition < study.repetitions(); repetition++) {
                TrialKey key = new TrialKey(name, variant, init, learningRate, study.firstRepetition() + repetition);
                trials.add(new Trial(key, study, scenario, placement, folders));
            }
        }
    }

    private Optional<ObjectNode> find(StudyRequest request, Problems problems) {
        try {
            if (request.network() != null) {
                return Optional.of(NetworkStudy.of(request.network()));
            }
            return Optional.of(request.file() == null ? files.named(request.name()) : StudyFiles.file(request.file()));
        } catch (InvalidInputException invalid) {
            problems.addAll(invalid.problems());
            return Optional.empty();
        }
    }

    /** In place of a study that cannot be read, so that the rest of the request is checked all the same. */
    private ObjectNode standIn() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("scenario", scenarios.names().iterator().next());
        tree.putArray("initializers").add(Catalog.types().get(0).example());
        return tree;
    }

    private void change(ObjectNode tree, StudyRequest request, Problems problems) {
        if (request.quick()) {
            Overrides.applyQuick(tree, problems);
        }
        Map<String, String> values = new LinkedHashMap<>(request.fields());
        values.putAll(Overrides.parse(request.set(), problems));
        DataSettings.leaveOut(tree, values, scenarios, problems);
        Overrides.apply(tree, values, problems);
        addToTitle(tree, values);
        if (tree.path(StudyReader.CHECK).asBoolean()
                || tree.path(StudyReader.RECOMMEND).asBoolean()) {
            tree.remove(DOCUMENT);
        }
        if (request.initializers() != null) {
            tree.set("initializers", tree.arrayNode().addAll(texts(tree, request.initializers())));
        }
    }

    /** A title is of the network in the file; another one is told from it by what was changed. */
    private static void addToTitle(ObjectNode tree, Map<String, String> values) {
        String changes = values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("network."))
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        if (!changes.isEmpty() && tree.path("title").isTextual() && !values.containsKey("title")) {
            tree.put("title", tree.path("title").asText() + ", " + changes);
        }
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
            ScenarioReader.parse("initializers", spec, Catalog::parse, problems).ifPresent(initializer -> {
                if (parsed.stream().anyMatch(other -> other.spec().equals(initializer.spec()))) {
                    problems.add("initializers: " + spec + " stands twice in the list; it is " + initializer.spec());
                }
                parsed.add(initializer);
            });
        }
        return parsed;
    }
}
