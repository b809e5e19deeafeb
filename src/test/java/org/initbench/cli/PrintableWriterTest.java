package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a file of someone else's from giving orders to the terminal by the texts in it. */
class PrintableWriterTest {

    @Test
    void onlyNewLinesAndTabsOfTheControlCharactersAreLeft() {
        StringWriter terminal = new StringWriter();
        PrintWriter out = PrintableWriter.to(terminal);
        out.print("a\u001b[31mb\tc\r\nd\u0007\u0000\u007f\u009b31me σ² 😀");
        out.print('\u001b');
        out.write("xy\u001bz".toCharArray(), 1, 3);
        out.write("12\u001b3", 1, 3);
        out.println();
        assertThat(terminal).hasToString("a[31mb\tc\nd31me σ² 😀yz23" + "\n");
    }

    @Test
    void titlesAndMessagesFromFilesAreStripped(@TempDir Path folder) throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                """
                scenario: moons
                title: "red \\e[31m and \\e]0;title\\a"
                initializers: [zeros]
                training: {iterations: 0}
                """);
        Invocation run = Invocation.of("run", "--config=" + study, "--out=" + folder.resolve("out"), "--workers=0");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("study: red [31m and ]0;title, 1 trial").doesNotContain("\u001b", "\u0007");
        Files.writeString(study, "scenario: \"mo\\eons\"\ninitializers: [zeros]\n");
        Invocation refused = Invocation.of("run", "--config=" + study, "--out=" + folder.resolve("out"));
        assertThat(refused.err()).startsWith("initbench: scenario: moons is not known");
    }
}
