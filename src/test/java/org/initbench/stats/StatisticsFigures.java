package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.stats.Simulation.Noise;

/** Writes the tables of {@code docs/statistics.md} that are simulated, into a folder: see {@code scripts/simulate-statistics.sh}. */
public final class StatisticsFigures {

    private static final int SAMPLES = 20_000;
    private static final int RUNS = 4000;
    private static final int[] REPETITIONS = {3, 5, 10, 20};

    private StatisticsFigures() {}

    /** The folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("coverage.md"), coverage());
        Files.write(folder.resolve("family-wise-error.md"), familyWiseError());
    }

    private static List<String> coverage() {
        List<String> lines = head("noise");
        for (Noise noise : List.of(Noise.NORMAL, Noise.EXPONENTIAL)) {
            StringBuilder line = new StringBuilder("| " + words(noise) + " |");
            for (int repetitions : REPETITIONS) {
                line.append(cell(Simulation.coverage(noise, repetitions, SAMPLES)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> familyWiseError() {
        List<String> lines = head("equal initializers");
        for (Noise noise : Noise.values()) {
            for (int initializers : new int[] {2, 6}) {
                StringBuilder line = new StringBuilder("| " + initializers + ", " + words(noise) + " |");
                for (int repetitions : REPETITIONS) {
                    line.append(cell(new Simulation(noise, initializers, repetitions).familyWiseError(RUNS)));
                }
                lines.add(line.toString());
            }
        }
        StringBuilder line = new StringBuilder("| 6, normal, each at the best of 3 equal rates |");
        for (int repetitions : REPETITIONS) {
            line.append(cell(new Simulation(Noise.NORMAL, 6, repetitions).familyWiseErrorAtBestRates(RUNS, 3)));
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> head(String first) {
        StringBuilder head = new StringBuilder("| " + first + " |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int repetitions : REPETITIONS) {
            head.append(' ').append(repetitions).append(" repetitions |");
            rule.append("---:|");
        }
        return new ArrayList<>(List.of(head.toString(), rule.toString()));
    }

    private static String cell(double share) {
        return String.format(Locale.ROOT, " %.3f |", share);
    }

    private static String words(Noise noise) {
        return noise.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
