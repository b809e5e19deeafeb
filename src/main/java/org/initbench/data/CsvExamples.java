package org.initbench.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initbench.config.InvalidInputException;
import org.initbench.result.DataReading;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Examples from a table: one column is the label, others are features. Numbers are features as they are, a column of texts
 * becomes a feature for each of them. The label is a class: two of them make one label column of 0 and 1, more a column for
 * each; or a number.
 */
final class CsvExamples implements TabularData.Pickable {

    private final Path file;
    private final Task task;
    private final List<CsvFeature> features;
    private final int[] rows;
    private final double[] labels;
    private final DataReading reading;

    /**
     * Examples.
     *
     * @param rows of the table that are examples
     * @param labels of these: numbers, or those of classes, from 0
     */
    CsvExamples(Path file, Task task, List<CsvFeature> features, int[] rows, double[] labels, DataReading reading) {
        this.file = file;
        this.task = task;
        this.features = List.copyOf(features);
        this.rows = rows;
        this.labels = labels;
        this.reading = reading;
    }

    /**
     * Reads a file.
     *
     * @param label name of the column that holds the label
     * @throws InvalidInputException with everything that is wrong with it
     */
    static CsvExamples read(Path file, String label, CsvSettings settings) {
        return new CsvJudge(CsvTable.read(file, settings), label, settings).examples();
    }

    /** How many. */
    int count() {
        return rows.length;
    }

    /** Numbers of each example. */
    int features() {
        return features.stream().mapToInt(CsvFeature::width).sum();
    }

    /** What is to be learned. */
    Task task() {
        return task;
    }

    /** The class of each example, from 0. */
    int[] classes() {
        return Arrays.stream(labels).mapToInt(label -> (int) label).toArray();
    }

    /** By which a value has mean 0 and deviation 1 over these examples. */
    TargetScale scale(int[] positions) {
        return TargetScale.of(Arrays.stream(positions)
                .mapToDouble(position -> labels[position])
                .toArray());
    }

    /** The same with labels that stand for values by this scale. */
    CsvExamples scaled(TargetScale scale) {
        double[] scaled =
                Arrays.stream(labels).map(value -> scale.label(0, value)).toArray();
        return new CsvExamples(file, task, features, rows, scaled, reading);
    }

    /** The row of the table that an example is. */
    int row(int example) {
        return rows[example];
    }

    /** Writes the features of an example, which are 0 before. */
    void write(int example, double[] numbers) {
        int place = 0;
        for (CsvFeature feature : features) {
            feature.values().write(rows[example], numbers, place);
            place += feature.width();
        }
    }

    /** The number of an example's class, from 0, or its value. */
    double label(int example) {
        return labels[example];
    }

    /** What was found out about the file, and what was left out. */
    DataReading reading() {
        return reading;
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Examples pick(int[] positions, DataType type) {
        boolean isOneColumn = task.kind() == Task.Kind.VALUES || task.size() == 2;
        return new Examples(
                Filled.rows(
                        positions.length, features(), type, (example, numbers) -> write(positions[example], numbers)),
                Filled.rows(positions.length, isOneColumn ? 1 : task.size(), type, (example, numbers) -> {
                    double label = labels[positions[example]];
                    numbers[isOneColumn ? 0 : (int) label] = isOneColumn ? label : 1;
                }));
    }
}
