package org.initbench.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.initbench.config.Problems;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.config.Suggestion;
import org.initbench.document.Figure.Bound;
import org.initbench.document.Figure.Claim;
import org.initbench.init.Catalog;
import org.initbench.init.InvalidSpecException;
import org.initbench.result.LayerFigure;
import org.initbench.result.Metric;
import org.initbench.result.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the YAML of a document; a series of figures becomes one {@link Figure} for each value. */
final class DocumentReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double HALF = 0.5;
    private static final List<String> STATISTICS =
            LayerFigure.COLUMNS.stream().map(LayerFigure::column).toList();
    private static final List<String> OF_NETWORK =
            Stream.concat(Metric.columns().stream(), Stream.of(Cell.COMPLETED)).toList();
    private static final List<String> QUANTITIES = Stream.concat(
                    OF_NETWORK.stream(), Arrays.stream(Quantity.values()).map(Quantity::column))
            .toList();

    private final Problems problems;

    DocumentReader(Problems problems) {
        this.problems = problems;
    }

    Document read(ObjectNode content) {
        Section document = new Section("document", content, problems);
        String source = document.text("source", "");
        if (source.isEmpty()) {
            document.problem("source", "say where the figures were published");
        }
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        document.custom("conditions", NODES.objectNode(), "a mapping from paths to values", DocumentReader::mapping)
                .ifPresent(given -> given.properties().forEach(each -> conditions.put(each.getKey(), each.getValue())));
        Double learningRate =
                document.has("learningRate") ? (Double) document.number("learningRate", 0, Range.NON_NEGATIVE) : null;
        Integer repetition = document.has("repetition") ? (Integer) document.integer("repetition", 0, 0) : null;
        String remark = document.text("remark", "");
        List<Figure> figures = new ArrayList<>();
        List<JsonNode> series = document.custom(
                        "figures", NODES.arrayNode(), "a list of mappings", DocumentReader::mappings)
                .orElse(List.of());
        if (series.isEmpty()) {
            document.problem("figures", "give a list of at least one series of figures");
        }
        for (int place = 0; place < series.size(); place++) {
            Section section = new Section("document.figures[" + place + "]", (ObjectNode) series.get(place), problems);
            addSeries(figures, section, repetition != null);
        }
        document.finish();
        return new Document(source, conditions, learningRate, repetition, remark, List.copyOf(figures));
    }

    private void addSeries(List<Figure> figures, Section series, boolean isOfOneRepetition) {
        List<Cell> cells = cells(series, null);
        List<Cell> under = series.has("ratioTo") ? ratioTo(series, cells) : List.of();
        if (isOfOneRepetition && cells.stream().anyMatch(Cell::isOfLayer)) {
            series.problem(
                    "quantity", "statistics of layers are means over repetitions; leave the document's repetition out");
        }
        List<Claim> claims = claims(series, cells.size());
        series.finish();
        for (int i = 0; i < Math.min(cells.size(), claims.size()); i++) {
            figures.add(new Figure(cells.get(i), under.isEmpty() ? null : under.get(i), claims.get(i)));
        }
    }

    /** One cell for each numerator: what is not said is the numerator's own. */
    private List<Cell> ratioTo(Section series, List<Cell> numerators) {
        Section section = series.section("ratioTo");
        List<Cell> under = new ArrayList<>();
        for (Cell numerator : numerators) {
            List<Cell> one = cells(section, numerator);
            under.add(one.get(0));
            if (one.size() > 1) {
                series.problem("ratioTo", "give one layer and one iteration to divide by");
            }
        }
        section.finish();
        return under;
    }

    /** By iterations, and within each by layers. */
    private List<Cell> cells(Section section, @Nullable Cell other) {
        String variant = section.has("variant") ? section.text("variant", "") : other == null ? null : other.variant();
        String init = init(section, other == null ? "" : other.init());
        String quantity = section.has("quantity") || other == null
                ? section.choice("quantity", QUANTITIES.get(0), QUANTITIES)
                : other.quantity();
        boolean isOfLayers = !OF_NETWORK.contains(quantity);
        String statistic = isOfLayers ? statistic(section, other) : null;
        List<Integer> layers = List.of(0);
        if (isOfLayers) {
            layers = places(
                    section, "layers", "last", other == null ? OptionalInt.empty() : OptionalInt.of(other.layer()));
        }
        List<Integer> iterations = List.of(Cell.LAST);
        if (!quantity.equals(Cell.COMPLETED)) {
            OptionalInt start = isOfLayers ? OptionalInt.of(0) : OptionalInt.empty();
            iterations =
                    places(section, "iterations", "end", other == null ? start : OptionalInt.of(other.iteration()));
        }
        List<Cell> cells = new ArrayList<>();
        for (int iteration : iterations) {
            for (int layer : layers) {
                cells.add(new Cell(variant, init, quantity, statistic, layer, iteration));
            }
        }
        return cells;
    }

    private static String statistic(Section section, @Nullable Cell other) {
        return section.has("statistic") || other == null || other.statistic() == null
                ? section.choice("statistic", STATISTICS.get(0), STATISTICS)
                : other.statistic();
    }

    private String init(Section section, String fallback) {
        String spec = section.text("init", fallback);
        try {
            return Catalog.parse(spec).spec();
        } catch (InvalidSpecException invalid) {
            section.problem(
                    "init",
                    invalid.getMessage() + Suggestion.forUnknown(invalid.unknown(), invalid.known(), invalid.meant()));
            return spec;
        }
    }

    /** Whole numbers or the word for the last; one may stand without a list. */
    private static List<Integer> places(Section section, String key, String last, OptionalInt fallback) {
        if (!section.has(key)) {
            if (fallback.isEmpty()) {
                section.problem(key, "give a list of whole numbers and the word " + last);
            }
            return List.of(fallback.orElse(0));
        }
        return section.custom(
                        key,
                        NODES.arrayNode(),
                        "a list of whole numbers of at least 0 and the word " + last,
                        node -> places(node, last))
                .orElse(List.of(0));
    }

    private static Optional<List<Integer>> places(JsonNode node, String last) {
        List<Integer> places = new ArrayList<>();
        for (JsonNode each : node.isArray() ? node : NODES.arrayNode().add(node)) {
            if (each.asText().equals(last)) {
                places.add(Cell.LAST);
            } else if (each.isIntegralNumber() && each.canConvertToInt() && each.intValue() >= 0) {
                places.add(each.intValue());
            } else {
                return Optional.empty();
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places);
    }

    private static List<Claim> claims(Section series, int cells) {
        Bound bound = series.has("atLeast") ? Bound.AT_LEAST : series.has("atMost") ? Bound.AT_MOST : Bound.NONE;
        long ways = Stream.of("values", "atLeast", "atMost").filter(series::has).count();
        if (ways != 1) {
            series.problem("values", "give one of values, atLeast and atMost");
        }
        boolean isJudged = series.flag("judged", true);
        if (bound != Bound.NONE) {
            String key = bound == Bound.AT_LEAST ? "atLeast" : "atMost";
            double value = series.number(key, 0, Range.ANY);
            return Collections.nCopies(cells, new Claim(value, bound, 0, null, 0, isJudged));
        }
        Double tolerance = series.has("tolerance") ? (Double) series.number("tolerance", 0, Range.NON_NEGATIVE) : null;
        Double relative = series.has("relativeTolerance")
                ? (Double) series.number("relativeTolerance", 0, Range.NON_NEGATIVE)
                : null;
        int draws = series.has("draws") ? series.integer("draws", 1, 1) : 0;
        if (Stream.of("tolerance", "relativeTolerance", "draws")
                        .filter(series::has)
                        .count()
                > 1) {
            series.problem("tolerance", "give one of tolerance, relativeTolerance and draws");
        }
        List<String> values = series.custom("values", NODES.arrayNode(), "a list of numbers", DocumentReader::numbers)
                .orElse(List.of());
        if (ways == 1 && !values.isEmpty() && values.size() != cells) {
            series.problem(
                    "values",
                    values.size() + " values stand beside " + cells
                            + " places; give one for each layer at each iteration");
        }
        return values.stream()
                .map(text -> claim(text, tolerance, relative, draws, isJudged))
                .toList();
    }

    private static Claim claim(
            String text, @Nullable Double tolerance, @Nullable Double relative, int draws, boolean isJudged) {
        double value = Double.parseDouble(text);
        Double allowed = relative == null ? tolerance : (Double) (relative * Math.abs(value));
        double lastDigit = Double.isInfinite(value) ? 0 : HALF * Math.pow(10, -new BigDecimal(text).scale());
        return new Claim(value, Bound.NONE, lastDigit, allowed, draws, isJudged && !Double.isInfinite(value));
    }

    private static Optional<List<String>> numbers(JsonNode node) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode each : node) {
            String text = each.asText();
            boolean isInfinite = text.equals("Infinity") || text.equals("-Infinity");
            if (!isInfinite && !text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
                return Optional.empty();
            }
            numbers.add(text);
        }
        return node.isArray() && !numbers.isEmpty() ? Optional.of(numbers) : Optional.empty();
    }

    private static Optional<ObjectNode> mapping(JsonNode node) {
        return node instanceof ObjectNode mapping ? Optional.of(mapping) : Optional.empty();
    }

    private static Optional<List<JsonNode>> mappings(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return node instanceof ArrayNode && elements.stream().allMatch(JsonNode::isObject)
                ? Optional.of(elements)
                : Optional.empty();
    }
}
