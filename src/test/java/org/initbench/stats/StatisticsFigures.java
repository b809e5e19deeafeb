package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.stats.Simulation.Noise;

/** Writes the tables of {@code docs/statistics.md} that are simulated, into a folder: see {@code scripts/simulate-statistics.sh}. */
public final class StatisticsFigures {

    private static final int SAMPLES = 20_000;
    private static final int RUNS = 4000;
    private static final int RACES = 5000;
    private static final int[] REPETITIONS = {3, 5, 10, 20};

    private StatisticsFigures() {}

    /** The folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("coverage.md"), coverage());
        Files.write(folder.resolve("family-wise-error.md"), familyWiseError());
        Files.write(folder.resolve("race-error.md"), raceError());
        Files.write(folder.resolve("race-spending.md"), raceSpending());
        Files.write(folder.resolve("race-doubt.md"), raceDoubt());
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

    private static List<String> raceError() {
        StringBuilder head = new StringBuilder("| equal initializers |");
        StringBuilder rule = new StringBuilder("|---|");
        for (Noise noise : Noise.values()) {
            head.append(' ').append(words(noise)).append(" |");
            rule.append("---:|");
        }
        List<String> lines = new ArrayList<>(List.of(head + " normal, a tenth diverges |", rule + "---:|"));
        for (int initializers : new int[] {2, 4, 8, 12}) {
            StringBuilder line = new StringBuilder("| " + initializers + " |");
            for (Noise noise : Noise.values()) {
                line.append(cell(
                        RaceSimulation.ofEqual(noise, initializers).races(RACES).anyLeft()));
            }
            lines.add(line
                    + cell(RaceSimulation.ofEqual(Noise.NORMAL, initializers)
                            .diverging(0.1)
                            .races(RACES)
                            .anyLeft()));
        }
        return lines;
    }

    private static List<String> raceSpending() {
        Map<String, Spending> spendings = new LinkedHashMap<>();
        spendings.put("the same at each look (as built)", Spending.EVEN);
        spendings.put("in proportion to the look", (look, looks) -> 0.05 * 2 * look / (looks * (looks + 1.0)));
        spendings.put("in inverse proportion to the look", StatisticsFigures::falling);
        spendings.put("all at the last look", (look, looks) -> look == looks ? 0.05 : 0);
        List<String> lines = new ArrayList<>(List.of(
                "| the 5 % are spent | error, 2 equals | error, 8 equals | found, 1 deviation apart | rounds, 1 deviation"
                        + " | 2 deviations | 4 deviations |",
                "|---|---:|---:|---:|---:|---:|---:|"));
        spendings.forEach((name, spending) -> {
            RaceSimulation two = RaceSimulation.ofEqual(Noise.NORMAL, 2).by(spending);
            RaceSimulation.Outcome apart = two.ahead(1).races(RACES);
            lines.add("| " + name + " |" + cell(two.races(RACES).anyLeft())
                    + cell(RaceSimulation.ofEqual(Noise.NORMAL, 8)
                            .by(spending)
                            .races(RACES)
                            .anyLeft())
                    + cell(apart.found()) + rounds(apart)
                    + rounds(two.ahead(2).races(RACES)) + rounds(two.ahead(4).races(RACES)));
        });
        return lines;
    }

    private static List<String> raceDoubt() {
        List<String> lines = new ArrayList<>(List.of(
                "| given up beyond | rounds, 2 equals | rounds, 8 equals | found, 1 deviation apart | rounds, 1 deviation |",
                "|---|---:|---:|---:|---:|"));
        for (double doubt : new double[] {0.5, 1, RaceRules.USUAL_DOUBT, 2, Double.POSITIVE_INFINITY}) {
            String name = Double.isInfinite(doubt) ? "never" : doubt + " standard errors";
            RaceSimulation two = RaceSimulation.ofEqual(Noise.NORMAL, 2).doubting(doubt);
            RaceSimulation.Outcome apart = two.ahead(1).races(RACES);
            lines.add("| " + name + (doubt == RaceRules.USUAL_DOUBT ? " (as built)" : "") + " |"
                    + rounds(two.races(RACES))
                    + rounds(RaceSimulation.ofEqual(Noise.NORMAL, 8)
                            .doubting(doubt)
                            .races(RACES))
                    + cell(apart.found()) + rounds(apart));
        }
        return lines;
    }

    /** 1/look, of all that add up to 5 %. */
    private static double falling(int look, int looks) {
        double all =
                IntStream.rangeClosed(1, looks).mapToDouble(each -> 1.0 / each).sum();
        return 0.05 / (look * all);
    }

    private static String rounds(RaceSimulation.Outcome outcome) {
        return String.format(Locale.ROOT, " %.1f |", outcome.rounds());
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
