package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.initbench.config.StudyFiles;
import org.junit.jupiter.api.Test;

/** Guards against a table of studies in the README that leaves one out, or has times that no run took. */
class StudyTimesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| .* \\| (\\d+) \\| (\\d+) s \\|");

    @Test
    void everyStudyIsListedWithTheTimeOfItsCommittedRun() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1));
                List<Double> seconds = seconds(row.group(1));
                assertThat(seconds).as(line).hasSize(Integer.parseInt(row.group(2)));
                double total = seconds.stream().mapToDouble(Double::doubleValue).sum();
                assertThat(Math.round(total)).as(line).isEqualTo(Long.parseLong(row.group(3)));
            }
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(new StudyFiles(Path.of("")).names());
    }

    private static List<Double> seconds(String study) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader file = Files.newBufferedReader(Path.of("results", "reference", study, "timings.csv"))) {
            return format.parse(file).stream()
                    .map((CSVRecord row) -> Double.parseDouble(row.get("seconds")))
                    .toList();
        }
    }
}
