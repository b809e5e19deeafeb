package org.initbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.DataReading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences that were read.
 *
 * @param task of a row of the table
 * @param numbers of each step of each sequence, (steps, width); of a text the number of its word alone
 * @param labels of the steps of each sequence; one alone where it is of the whole sequence
 * @param width numbers of a step, or how many words there are
 * @param steps of the longest sequence
 */
record Sequences(
        Task task,
        List<double[][]> numbers,
        List<double[]> labels,
        int width,
        int steps,
        boolean isOfTexts,
        boolean isByStep,
        DataReading reading) {

    /** What stands where a text has ended, and for words that are not told apart. */
    private static final int PADDING = 0;

    private static final int OTHERS = 1;
    private static final int FIRST_WORD = 2;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /**
     * Reads them.
     *
     * @throws InvalidInputException with what is wrong with the file
     */
    static Sequences read(Path file, SequenceData.Settings settings) {
        CsvTable table = CsvTable.read(file, settings.csv());
        CsvJudge.Aside aside = settings.isOfTexts()
                ? new CsvJudge.Aside(settings.text(), "text, by " + settings.tokens(), true)
                : new CsvJudge.Aside(settings.sequence(), "the sequence of a row", false);
        CsvExamples rows = new CsvJudge(table, settings.label(), aside, settings.csv()).examples();
        CsvColumn column = table.columns().stream()
                .filter(each -> each.name().equals(aside.column()))
                .findFirst()
                .orElseThrow();
        if (column.missing() > 0) {
            throw new InvalidInputException("data.file: " + file + " has nothing in line "
                    + table.rows().line(column.firstMissing().orElseThrow()) + ", column " + column.name()
                    + ", which is " + aside.use());
        }
        return settings.isOfTexts() ? texts(rows, column, settings) : grouped(rows, column, settings, table);
    }

    private static Sequences texts(CsvExamples rows, CsvColumn column, SequenceData.Settings settings) {
        List<List<String>> texts = IntStream.range(0, rows.count())
                .mapToObj(example -> tokens(column.text(rows.row(example)), settings))
                .toList();
        Map<String, Integer> places = places(texts, settings.vocabulary());
        List<double[][]> numbers = texts.stream()
                .map(text -> text.stream()
                        .map(token -> new double[] {places.getOrDefault(token, OTHERS)})
                        .toArray(double[][]::new))
                .toList();
        List<double[]> labels = IntStream.range(0, rows.count())
                .mapToObj(example -> new double[] {rows.label(example)})
                .toList();
        String decision = places.size() + " " + settings.tokens()
                + " are told apart, by how often they occur in all texts; 0 is padding, 1 any other";
        return of(rows, numbers, labels, places.size() + FIRST_WORD, settings, decision);
    }

    private static List<String> tokens(String text, SequenceData.Settings settings) {
        List<String> tokens = settings.tokens().equals("characters")
                ? text.codePoints().mapToObj(Character::toString).toList()
                : BETWEEN_WORDS
                        .splitAsStream(text.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .toList();
        List<String> some = tokens.isEmpty() ? List.of("") : tokens;
        return settings.steps() == 0 ? some : some.subList(0, Math.min(settings.steps(), some.size()));
    }

    /** The most frequent ones, equal ones in alphabetical order. */
    private static Map<String, Integer> places(List<List<String>> texts, int vocabulary) {
        Map<String, Long> counts = texts.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(token -> token, TreeMap::new, Collectors.counting()));
        Map<String, Integer> places = new HashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit((long) vocabulary - FIRST_WORD)
                .forEach(entry -> places.put(entry.getKey(), FIRST_WORD + places.size()));
        return places;
    }

    private static Sequences grouped(
            CsvExamples rows, CsvColumn column, SequenceData.Settings settings, CsvTable table) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int example = 0; example < rows.count(); example++) {
            groups.computeIfAbsent(column.text(rows.row(example)), key -> new ArrayList<>())
                    .add(example);
        }
        List<double[][]> numbers = new ArrayList<>();
        List<double[]> labels = new ArrayList<>();
        groups.forEach((name, examples) -> {
            int most = settings.steps() == 0 ? examples.size() : Math.min(settings.steps(), examples.size());
            numbers.add(examples.stream()
                    .limit(most)
                    .map(example -> {
                        double[] step = new double[rows.features()];
                        rows.write(example, step);
                        return step;
                    })
                    .toArray(double[][]::new));
            double[] own = examples.stream().mapToDouble(rows::label).toArray();
            if (!settings.isByStep()) {
                requireOne(own, name, examples, rows, table, settings);
            }
            labels.add(settings.isByStep() ? Arrays.copyOf(own, most) : new double[] {own[0]});
        });
        int longest = numbers.stream().mapToInt(steps -> steps.length).max().orElse(0);
        int shortest = numbers.stream().mapToInt(steps -> steps.length).min().orElse(0);
        String decision = groups.size() + " sequences of " + shortest + " to " + longest + " steps";
        return of(rows, numbers, labels, rows.features(), settings, decision);
    }

    private static void requireOne(
            double[] own,
            String name,
            List<Integer> examples,
            CsvExamples rows,
            CsvTable table,
            SequenceData.Settings settings) {
        for (int step = 1; step < own.length; step++) {
            if (own[step] != own[0]) {
                throw new InvalidInputException("data.file: " + table.file() + " has another label in line "
                        + table.rows().line(rows.row(examples.get(step))) + " than before in sequence " + name
                        + "; give each sequence one in column " + settings.label()
                        + ", or say data.labels=step where each step has its own");
            }
        }
    }

    private static Sequences of(
            CsvExamples rows,
            List<double[][]> numbers,
            List<double[]> labels,
            int width,
            SequenceData.Settings settings,
            String decision) {
        List<String> decisions = new ArrayList<>(rows.reading().decisions());
        decisions.add(decision);
        int longest = numbers.stream().mapToInt(steps -> steps.length).max().orElse(0);
        if (numbers.stream().anyMatch(steps -> steps.length < longest)) {
            decisions.add("shorter ones are padded to " + longest + " steps and masked");
        }
        DataReading read = rows.reading();
        return new Sequences(
                rows.task(),
                numbers,
                labels,
                width,
                longest,
                settings.isOfTexts(),
                settings.isByStep(),
                new DataReading(read.name(), numbers.size(), read.columns(), read.classes(), decisions));
    }

    String name() {
        return reading.name();
    }

    /** How many. */
    int count() {
        return numbers.size();
    }

    /** The class of each, from 0. */
    int[] classes() {
        return labels.stream().mapToInt(each -> (int) each[0]).toArray();
    }

    /** By which values have mean 0 and deviation 1 over these sequences. */
    TargetScale scale(int[] positions) {
        return TargetScale.of(Arrays.stream(positions)
                .mapToDouble(each -> labels.get(each)[0])
                .toArray());
    }

    /**
     * Those at these positions: features (examples, width, steps), or numbers of words (examples, steps); labels (examples,
     * outputs), or (examples, classes, steps); masks where one is shorter than the longest of all.
     */
    Examples pick(int[] positions, DataType type, TargetScale scale) {
        double[][] mask = new double[positions.length][steps];
        double[][][] features = new double[positions.length][isOfTexts ? 1 : width][steps];
        double[][][] expected = new double[positions.length][outputs()][isByStep ? steps : 1];
        for (int at = 0; at < positions.length; at++) {
            double[][] sequence = numbers.get(positions[at]);
            for (int step = 0; step < steps; step++) {
                mask[at][step] = step < sequence.length ? 1 : 0;
                for (int place = 0; place < features[at].length; place++) {
                    features[at][place][step] = step < sequence.length ? sequence[step][place] : PADDING;
                }
            }
            double[] own = labels.get(positions[at]);
            for (int step = 0; step < own.length; step++) {
                boolean isOneColumn = outputs() == 1;
                double label = scale.label(0, own[step]);
                expected[at][isOneColumn ? 0 : (int) label][step] = isOneColumn ? label : 1;
            }
        }
        INDArray read = Nd4j.createFromArray(features).castTo(type);
        INDArray wanted = Nd4j.createFromArray(expected).castTo(type);
        boolean isPadded = numbers.stream().anyMatch(sequence -> sequence.length < steps);
        INDArray padded = Nd4j.createFromArray(mask).castTo(type);
        return new Examples(
                isOfTexts ? read.reshape('c', positions.length, steps) : read,
                isByStep ? wanted : wanted.reshape('c', positions.length, outputs()),
                isPadded ? padded : null,
                isPadded && isByStep ? padded.dup('c') : null);
    }

    /** Steps have a column for each class; what is of a whole sequence has one for two. */
    private int outputs() {
        if (task.kind() == Task.Kind.VALUES) {
            return 1;
        }
        return !isByStep && task.size() == 2 ? 1 : task.size();
    }
}
