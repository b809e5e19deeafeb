package org.initbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.initbench.config.Probes.HistogramRange;

/** Reads one variant of a study: a tree in which the variant's values stand in place. */
public final class StudyReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String EPOCH = "epoch";
    private static final String END = "end";
    private static final String ALL = "all";
    private static final String CHANGE = "change";
    private static final String SPECTRUM = "spectrum";

    /** A study that has it does not train, but looks at a few updates. */
    public static final String CHECK = "check";

    /** A study that has it is a race between initializers, of which only some trials are run. */
    public static final String RECOMMEND = "recommend";

    /** The number of a study's first repetition. */
    public static final String FIRST_REPETITION = "firstRepetition";

    private final List<String> metrics;

    /** A reader that knows these published tables and metrics, of which the first is the default. */
    public StudyReader(List<String> metrics) {
        this.metrics = List.copyOf(metrics);
    }

    /** Reads the scenario's own sections; the network's and the data's problems go where they send them. */
    public interface ScenarioSections {
        /** Why there is no scenario of that name, as a message goes on after the key; empty where there is one. */
        Optional<String> problem(String scenario);

        /** Called once, with the scenario's name and its {@code network} and {@code data} sections. */
        void read(String scenario, Section network, Section data);
    }

    /** The study in {@code tree}; what is wrong goes to {@code problems}, and the record then means nothing. */
    public Study read(ObjectNode tree, ScenarioSections scenarioSections, Problems problems) {
        Section study = new Section("", tree, problems);
        String scenario = study.text("scenario", "");
        Optional<String> unknown = scenarioSections.problem(scenario);
        unknown.ifPresent(sentence -> study.problem("scenario", sentence));
        String title = study.text("title", scenario);
        Section network = study.section("network");
        Section data = study.section("data");
        if (unknown.isEmpty()) {
            scenarioSections.read(scenario, network, data);
        }
        Training training = new TrainingReader(study.section("training")).read();
        List<String> initializers = initializers(study);
        Grid.check(study);
        int repetitions = study.integer("repetitions", 1, 1);
        int firstRepetition = study.has(FIRST_REPETITION) ? study.integer(FIRST_REPETITION, 0, 0) : 0;
        long seed = study.integer("seed", 1L, Long.MIN_VALUE, Long.MAX_VALUE);
        Section curves = study.section("curves");
        Cadence curve = cadence(curves, "every");
        Cadence evaluation = cadence(curves, "evaluate");
        curves.finish();
        Probes probes = probes(study.section("probes"));
        Keep keep = keep(study.section("keep"));
        Target target = target(study.section("target"));
        if (study.has("document")) {
            study.custom("document", NODES.textNode(""), "the path of a document", StudyReader::document);
        }
        boolean check = study.has(CHECK) && study.flag(CHECK, false);
        if (study.has(RECOMMEND)) {
            study.flag(RECOMMEND, false);
        }
        study.custom("quick", NODES.objectNode(), "a mapping from paths to values", Grid::mapping);
        study.finish();
        return new Study(
                scenario,
                title,
                training,
                initializers,
                repetitions,
                firstRepetition,
                seed,
                curve,
                evaluation,
                probes,
                keep,
                target,
                check,
                study.resolved());
    }

    private static Optional<JsonNode> document(JsonNode node) {
        boolean isPath = node.isTextual() && !node.asText().isBlank();
        return isPath || node.isObject() ? Optional.of(node) : Optional.empty();
    }

    /** A flow list in YAML ends an element at each comma, so a spec's parentheses are put together again. */
    private static List<String> initializers(Section study) {
        List<String> specs = TopLevelCommas.split(String.join(",", study.texts("initializers")));
        if (specs.isEmpty()) {
            study.problem("initializers", "give a list of at least one initializer");
        }
        return specs;
    }

    private static Cadence cadence(Section section, String key) {
        return section.custom(key, NODES.textNode(EPOCH), "epoch or a whole number of at least 1", StudyReader::cadence)
                .orElseGet(Cadence.EachEpoch::new);
    }

    private static Optional<Cadence> cadence(JsonNode node) {
        if (node.asText().equals(EPOCH)) {
            return Optional.of(new Cadence.EachEpoch());
        }
        return node.canConvertToInt() && node.isIntegralNumber() && node.intValue() >= 1
                ? Optional.of(new Cadence.EveryIterations(node.intValue()))
                : Optional.empty();
    }

    private static Probes probes(Section section) {
        int every = section.integer("every", 0, 0);
        List<JsonNode> at = section.custom(
                        "at", NODES.arrayNode(), "a list of iterations and the word end", StudyReader::moments)
                .orElse(List.of());
        Section histogram = section.section("histogram");
        int bins = histogram.integer("bins", 30, 1);
        Optional<HistogramRange> range = histogram
                .custom("range", NODES.textNode("auto"), "auto or [low, high] with low below high", StudyReader::range)
                .flatMap(read -> read);
        histogram.finish();
        int examples = section.integer("examples", 1000, 1);
        boolean change = section.has(CHANGE) && section.flag(CHANGE, false);
        boolean spectrum = section.has(SPECTRUM) && section.flag(SPECTRUM, false);
        section.finish();
        Set<Integer> iterations = new TreeSet<>();
        at.stream().filter(JsonNode::isNumber).map(JsonNode::intValue).forEach(iterations::add);
        boolean atEnd = at.stream().anyMatch(JsonNode::isTextual);
        return new Probes(every, Set.copyOf(iterations), atEnd, bins, range, examples, change, spectrum);
    }

    private static Optional<List<JsonNode>> moments(JsonNode node) {
        List<JsonNode> moments = new ArrayList<>();
        node.forEach(moments::add);
        boolean allKnown = moments.stream()
                .allMatch(each -> each.asText().equals(END)
                        || (each.isIntegralNumber() && each.canConvertToInt() && each.intValue() >= 0));
        return node.isArray() && allKnown ? Optional.of(moments) : Optional.empty();
    }

    private static Optional<Optional<HistogramRange>> range(JsonNode node) {
        if (node.asText().equals("auto")) {
            return Optional.of(Optional.empty());
        }
        boolean isRange = node.isArray()
                && node.size() == 2
                && node.get(0).isNumber()
                && node.get(1).isNumber()
                && node.get(0).doubleValue() < node.get(1).doubleValue();
        return isRange
                ? Optional.of(Optional.of(new HistogramRange(
                        node.get(0).doubleValue(), node.get(1).doubleValue())))
                : Optional.empty();
    }

    private static Keep keep(Section section) {
        Keep read = new Keep(
                repetitions(section, "boundary", Keep.DEFAULT.boundary()),
                repetitions(section, "predictions", Keep.DEFAULT.predictions()),
                repetitions(section, "weights", Keep.DEFAULT.weights()),
                repetitions(section, "histograms", Keep.DEFAULT.histograms()));
        section.finish();
        return read;
    }

    private static int repetitions(Section section, String key, int fallback) {
        return section.custom(
                        key,
                        NODES.numberNode(fallback),
                        "a whole number of at least 0, or all",
                        StudyReader::repetitions)
                .orElse(fallback);
    }

    private static Optional<Integer> repetitions(JsonNode node) {
        if (node.asText().equals(ALL)) {
            return Optional.of(Keep.ALL);
        }
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    private Target target(Section section) {
        String metric = section.choice("metric", metrics.get(0), metrics);
        double value = section.has("value") ? section.number("value", 0, Range.ANY) : Double.NaN;
        section.finish();
        return new Target(metric, value);
    }
}
