package org.initbench.trial;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.initbench.init.Biases;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.Nonlinearities;
import org.initbench.init.Slot;
import org.initbench.testing.Plans;
import org.initbench.theory.MeanField;

/** Writes, beside the {@code summary.csv} of a run of the {@code phase} study, its accuracies beside the depth scale of theory. */
public final class PhaseFigures {

    private static final String DEPTH = "network.depth";

    /** Schoenholz et al. 2017, sec. 5: networks train up to about so many depth scales. */
    private static final int TRAINABLE = 6;

    private static final int MOST = 1000;

    private PhaseFigures() {}

    /** The folder with the {@code summary.csv}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<String, Map<Integer, Double>> accuracies = new LinkedHashMap<>();
        try (Reader file = Files.newBufferedReader(folder.resolve("summary.csv"));
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(file)) {
            for (CSVRecord row : rows) {
                accuracies
                        .computeIfAbsent(row.get("init"), init -> new LinkedHashMap<>())
                        .put(Integer.valueOf(row.get(DEPTH)), Double.valueOf(row.get("test_accuracy_mean")));
            }
        }
        Files.write(folder.resolve("depth-scale.md"), table(accuracies));
    }

    private static List<String> table(Map<String, Map<Integer, Double>> accuracies) {
        TreeSet<Integer> depths = new TreeSet<>();
        accuracies.values().forEach(each -> depths.addAll(each.keySet()));
        StringBuilder head = new StringBuilder("| σw² | χ₁ | depth scale ξ | 6ξ |");
        StringBuilder rule = new StringBuilder("|---:|---:|---:|---:|");
        depths.forEach(depth -> {
            head.append(" accuracy at ").append(depth).append(" layers |");
            rule.append("---:|");
        });
        List<String> lines = new ArrayList<>(List.of(head.toString(), rule.toString()));
        accuracies.forEach((init, byDepth) -> {
            MeanField field = field(init);
            StringBuilder line = new StringBuilder("| " + cell("%.4g", field.weightVariance()) + " | "
                    + cell("%.4f", field.chi(field.fixedPoint())) + " | "
                    + layers("%.1f", field.depthScale()) + " | "
                    + layers("%.0f", TRAINABLE * field.depthScale()) + " |");
            depths.forEach(depth -> line.append(' ')
                    .append(cell("%.3f", byDepth.getOrDefault(depth, Double.NaN)))
                    .append(" |"));
            lines.add(line.toString());
        });
        return lines;
    }

    /** Of the study's hidden layers beyond the first. */
    private static MeanField field(String init) {
        Trial trial = Plans.of(new StudyRequest("phase", null, null, true, Map.of(), "data.source=synthetic", init))
                .trials()
                .get(0);
        Slot hidden = Initialization.slots(NetworkLook.network(trial)).get(1);
        double variance = Catalog.parse(init).initializer().variance(hidden).orElseThrow();
        String biases = trial.study().resolved().at("/network/biasInit").asText();
        return new MeanField(
                Nonlinearities.of(hidden.activation()).orElseThrow(),
                variance * hidden.fanIn(),
                Biases.parse(biases).initializer().biasVariance(hidden));
    }

    /** At the edge of chaos it is how far a variance of four digits is off that decides. */
    private static String layers(String format, double count) {
        return count > MOST ? "over " + MOST : cell(format, count);
    }

    private static String cell(String format, Double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
