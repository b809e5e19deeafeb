package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards against figures in the README that no command of the repository made. */
class ReadmeTest {

    private static final String FENCE = "```";

    @Test
    void everyLineOfATableStandsInACommittedConsoleOutput() throws IOException {
        Set<String> printed = printedLines();
        List<String> quoted = quotedLines();
        assertThat(quoted).hasSizeGreaterThan(30);
        assertThat(printed).containsAll(quoted);
    }

    private static List<String> quotedLines() throws IOException {
        List<String> quoted = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.equals(FENCE)) {
                inside = !inside;
            } else if (inside) {
                quoted.add(line);
            }
        }
        return quoted;
    }

    private static Set<String> printedLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("results", "reference"))) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.filter(path -> path.endsWith("console.txt")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream().map(String::stripTrailing).collect(Collectors.toSet());
        }
    }
}
