package org.initbench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.descriptive.Median;
import org.initbench.process.WorkerJvm;
import org.initbench.result.Table;

/**
 * What the times of {@code scripts/bench.sh} come to. Ways are compared within a round, as the machine is not the same in the
 * next; of the rounds' times and ratios the medians count.
 */
public final class BenchReport {

    private static final String BEGIN = "<!-- bench -->\n";
    private static final String END = "<!-- /bench -->\n";

    /** One figure. */
    record Timed(int round, String workload, String way, double micros) {}

    /**
     * One way of training one network.
     *
     * @param micros of a step
     * @param spread the slowest round over the fastest
     * @param ofTuned time over that of the tuned loop
     * @param fasterThanShipped time of DL4J as shipped over this one's
     * @param ofPeer time over that of the same work in NumPy or PyTorch; not a number where there was none
     */
    record Row(
            String workload,
            String way,
            double micros,
            double spread,
            double ofTuned,
            double fasterThanShipped,
            int rounds,
            double ofPeer) {}

    private static final Table<Row> TABLE = new Table<Row>("bench.csv")
            .column("workload", Row::workload)
            .column("mode", Row::way)
            .column("us_per_step", Row::micros)
            .column("spread", Row::spread)
            .column("of_tuned", Row::ofTuned)
            .column("faster_than_shipped", Row::fasterThanShipped)
            .column("rounds", Row::rounds)
            .column("of_peer", Row::ofPeer);

    private BenchReport() {}

    /** Takes the times, the folder of the CSV file, and the page that shows them; or {@code flags}, to print a worker's. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("flags")) {
            System.out.println(String.join(" ", WorkerJvm.flags(WorkerJvm.MEMORY_LIMIT)));
            return;
        }
        List<Row> rows = rows(read(Path.of(args[0])));
        TABLE.write(Path.of(args[1]), rows.stream());
        Path page = Path.of(args[2]);
        Files.writeString(page, withTable(Files.readString(page), rows));
    }

    private static List<Timed> read(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.RFC4180)) {
            List<Timed> times = new ArrayList<>();
            for (CSVRecord line : parser) {
                times.add(new Timed(
                        Integer.parseInt(line.get(0)), line.get(1), line.get(2), Double.parseDouble(line.get(3))));
            }
            return times;
        }
    }

    /** A row for each workload and way, in the order of their first times. */
    static List<Row> rows(List<Timed> times) {
        return times.stream()
                .filter(timed -> timed.round() == times.get(0).round())
                .map(first -> row(first.workload(), first.way(), times))
                .toList();
    }

    private static Row row(String workload, String way, List<Timed> times) {
        List<Timed> own = times.stream()
                .filter(timed ->
                        timed.workload().equals(workload) && timed.way().equals(way))
                .toList();
        double[] micros = own.stream().mapToDouble(Timed::micros).sorted().toArray();
        double[] ofTuned = own.stream()
                .mapToDouble(timed -> timed.micros() / micros(timed, "tuned", times))
                .toArray();
        double[] faster = own.stream()
                .mapToDouble(timed -> micros(timed, "shipped", times) / timed.micros())
                .toArray();
        double[] ofPeer = own.stream()
                .mapToDouble(timed -> timed.micros() / peer(timed, times))
                .toArray();
        double spread = micros[micros.length - 1] / micros[0];
        return new Row(
                workload, way, median(micros), spread, median(ofTuned), median(faster), own.size(), median(ofPeer));
    }

    private static double peer(Timed like, List<Timed> times) {
        double numpy = micros(like, "numpy", times);
        return Double.isNaN(numpy) ? micros(like, "pytorch", times) : numpy;
    }

    private static double micros(Timed like, String way, List<Timed> times) {
        return times.stream()
                .filter(timed -> timed.round() == like.round()
                        && timed.workload().equals(like.workload())
                        && timed.way().equals(way))
                .mapToDouble(Timed::micros)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values);
    }

    /** The page with the table in place of the one between its marks. */
    static String withTable(String page, List<Row> rows) {
        StringBuilder table =
                new StringBuilder("| network | way | µs a step | of tuned | faster than shipped | of the peer |\n");
        table.append("|---|---|---:|---:|---:|---:|\n");
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %.2f | %.1f | %s |%n",
                    row.workload(),
                    row.way(),
                    row.micros(),
                    row.ofTuned(),
                    row.fasterThanShipped(),
                    Double.isNaN(row.ofPeer()) ? "" : String.format(Locale.ROOT, "%.2f", row.ofPeer())));
        }
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no marks for the table");
        }
        return page.substring(0, begin) + BEGIN + "\n" + table + "\n" + page.substring(end);
    }
}
