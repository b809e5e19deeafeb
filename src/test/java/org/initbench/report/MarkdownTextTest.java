package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents markup from names, and names that are full of backslashes. */
class MarkdownTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he_normal",
                "normal(std=0.01, mean=-1)",
                "variance_scaling(scale=1, mode=fan_in)",
                "network.hidden=[64,64];network.depth=5",
                "{name: sgd}",
                "p < 0.05",
                "p <= 0.05",
                "a > b",
                "0.5 [0.1, 0.9] (mean)",
                "-0.25",
                "1.5",
                "3 (own best)",
                "C:\\runs",
                "R&D",
                "no. 1"
            })
    void whatIsNoMarkupStaysAsItIs(String text) {
        assertThat(MarkdownText.escaped(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "*x*; \\*x\\*",
                "_x_; \\_x\\_",
                "__x__ a__b; \\_\\_x\\_\\_ a__b",
                "`x`; \\`x\\`",
                "a|b; a\\|b",
                "~~x~~; \\~\\~x\\~\\~",
                "$x$; \\$x\\$",
                "<b>x</b>; \\<b>x\\</b>",
                "<!-- x; \\<!-- x",
                "<a@b.c>; \\<a@b.c>",
                "[x](http://y); \\[x\\](http://y)",
                "a ![x](y); a ![x\\](y)",
                "[x][y] [z]: u; \\[x\\][y] [z\\]: u",
                "# x #; \\# x \\#",
                "> x; \\> x",
                "- x; \\- x",
                "---; \\---",
                "12. x; 12\\. x",
                "[ ] x; \\[ ] x",
                "a\\*b; a\\\\\\*b",
                "end\\; end\\\\"
            })
    void markupIsTakenForText(String text, String escaped) {
        assertThat(MarkdownText.escaped(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&lt;b&gt;", "&#60;"})
    void anEntityStandsForItself(String text) {
        assertThat(MarkdownText.escaped(text)).startsWith("\\&");
    }

    @ParameterizedTest
    @CsvSource({"a [b], a \\[b\\]", "a \\[, a \\\\\\["})
    void noBracketEndsTheTextOfALink(String text, String escaped) {
        assertThat(MarkdownText.link(text)).isEqualTo(escaped);
    }
}
