package org.initbench.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * For {@code scripts/bench-csv.sh}: writes a table of a million rows and 30 columns, or reads one as a study does and prints the
 * seconds that it took, and the most memory that the process ever had, in MiB.
 */
public final class CsvBench {

    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 30;
    private static final double NANOS = 1e9;
    private static final int KIB_A_MIB = 1024;

    private CsvBench() {}

    /** Takes {@code write} or {@code read}, and a file. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("write")) {
            write(file);
        } else {
            read(file);
        }
    }

    /** 29 columns of normal numbers with as many digits as a double has, and a class. */
    private static void write(Path file) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int column = 1; column < COLUMNS; column++) {
                out.write("x" + column + ",");
            }
            out.write("y\n");
            for (int row = 0; row < ROWS; row++) {
                for (int column = 1; column < COLUMNS; column++) {
                    out.write(random.nextGaussian() + ",");
                }
                out.write(random.nextInt(3) + "\n");
            }
        }
    }

    private static void read(Path file) throws IOException {
        long start = System.nanoTime();
        CsvExamples examples = CsvExamples.read(file, "y", CsvSettings.DEFAULT);
        double seconds = (System.nanoTime() - start) / NANOS;
        if (examples.count() != ROWS || examples.features() != COLUMNS - 1) {
            throw new IllegalStateException(examples.count() + " rows of " + examples.features());
        }
        System.out.printf(Locale.ROOT, "%.3f %d%n", seconds, peakMebibytes());
    }

    /** As Linux tells it. */
    private static long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_A_MIB)
                .findFirst()
                .orElseThrow();
    }
}
