package org.initbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.run.Troublesome;

/** A study of {@link Troublesome} in a folder, run by the command line: trials of some tenths of a second, none of which diverges. */
record TroublesomeStudy(Path folder, Path file, int trials) {

    private static final List<String> TABLES =
            List.of("trials.csv", "summary.csv", "curves.csv", "layers.csv", "weights.csv");

    static TroublesomeStudy in(Path folder, String trouble, int trials) throws IOException {
        String yaml =
                """
                scenario: %s
                initializers: [normal(1)]
                data: {trouble: %s}
                training: {learningRate: 0.00001, iterations: 2000}
                curves: {every: 20}
                probes: {every: 100}
                repetitions: %d
                target: {metric: train_loss}
                """
                        .formatted(Troublesome.class.getName(), trouble, trials);
        return new TroublesomeStudy(folder, Files.writeString(folder.resolve("tiny.yaml"), yaml), trials);
    }

    /** The command that runs it with two workers. */
    String[] command(String run, String... more) {
        return command(run, 2, more);
    }

    String[] command(String run, int workers, String... more) {
        Stream<String> command =
                Stream.of("run", "--config=" + file, "--out=" + folder, "--run=" + run, "--workers=" + workers);
        return Stream.concat(command, Arrays.stream(more)).toArray(String[]::new);
    }

    Path run(String id) {
        return folder.resolve("tiny").resolve(id);
    }

    /** The bytes of all tables that do not tell the time. */
    List<String> tables(String run) {
        return TABLES.stream().map(table -> read(run(run).resolve(table))).toList();
    }

    private static String read(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
