package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.config.StudyFiles;
import org.junit.jupiter.api.Test;

/** Guards against a study that the README does not tell of. */
class StudiesListedTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| .+ \\|");

    @Test
    void everyStudyStandsInTheReadmesTable() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int start = lines.indexOf("| study | what it shows |") + 2;
        List<String> listed = lines.subList(start, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(new StudyFiles(Path.of("")).names());
    }
}
