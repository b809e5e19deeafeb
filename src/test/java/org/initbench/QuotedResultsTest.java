package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents a page from showing figures that no command of this repository made. */
class QuotedResultsTest {

    private static final Pattern QUOTED =
            Pattern.compile("<!-- (results/\\S+) -->\n(.*?)<!-- /\\1 -->\n", Pattern.DOTALL);
    private static final String FENCE = "```\n";

    record Quote(Path page, Path file, String text) {

        @Override
        public String toString() {
            return file + " in " + page;
        }
    }

    static List<Quote> quotes() throws IOException {
        List<Quote> quotes = new ArrayList<>();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), docs.sorted())
                    .toList()) {
                Matcher quote = QUOTED.matcher(Files.readString(page));
                while (quote.find()) {
                    quotes.add(new Quote(page, Path.of(quote.group(1)), quote.group(2)));
                }
            }
        }
        assertThat(quotes).hasSizeGreaterThan(8);
        return quotes;
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void aQuoteIsItsFileToTheLetter(Quote quote) throws IOException {
        String file = Files.readString(quote.file());
        boolean isText = quote.file().toString().endsWith(".txt");
        assertThat(quote.text()).isEqualTo(isText ? FENCE + file + FENCE : file);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noTableOfFiguresStandsOutsideOfTheMarkers(Path page) throws IOException {
        String unquoted = QUOTED.matcher(Files.readString(page)).replaceAll("");
        assertThat(unquoted).doesNotContain(FENCE + " ");
    }

    static List<Path> pages() {
        return List.of(Path.of("README.md"), Path.of("docs/data.md"), Path.of("docs/data-generated.md"));
    }
}
