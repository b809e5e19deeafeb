package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a page that no command made, and an audit that leaves a file out. */
class ConformanceCommandTest {

    /** Below it stands what may differ from run to run. */
    private static final String REPEATABLE_ABOVE = "## DL4J's OrthogonalDistribution";

    @TempDir
    private static Path out;

    private static Invocation audit = new Invocation(-1, "", "");

    @BeforeAll
    static void auditWithoutTheOrthogonalDistribution() {
        audit = Invocation.of("conformance", "--out=" + out, "--limit=0");
    }

    @Test
    void theCommittedPageIsTheOneThatTheCommandMakes() throws IOException {
        assertThat(repeatable(Files.readString(out.resolve("conformance").resolve("conformance.md"))))
                .isEqualTo(repeatable(Files.readString(Path.of("docs", "conformance.md"))));
    }

    @Test
    void theCommittedPageHasEveryOrthogonalShape() throws IOException {
        String page = Files.readString(Path.of("docs", "conformance.md"));
        assertThat(page.substring(page.indexOf(REPEATABLE_ABOVE)))
                .contains("| dense 16×16 |", "| dense 784×100 |", "| conv 3×3, 8 to 16 |");
    }

    @Test
    void whatIsNotAsItsNameSaysStandsFirst() {
        assertThat(audit.err()).isEmpty();
        assertThat(audit.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(audit.out().lines().skip(1).findFirst())
                .hasValueSatisfying(first -> assertThat(first).contains("deviates"));
        assertThat(audit.out()).contains("tests; initializers that all keep their promises deviate nowhere");
        assertThat(audit.out()).endsWith("results: " + out.resolve("conformance") + System.lineSeparator());
    }

    @Test
    void theTablesAreWritten() {
        assertThat(out.resolve("conformance").resolve("conformance.csv")).isNotEmptyFile();
        assertThat(out.resolve("conformance").resolve("conformance-layers.csv")).isNotEmptyFile();
        assertThat(out.resolve("conformance").resolve("conformance-biases.csv")).isNotEmptyFile();
        assertThat(out.resolve("conformance").resolve("orthogonal.csv")).hasContent("shape,outcome,deviation,remark");
    }

    @Test
    void mistakesAreToldAndNothingIsWritten() throws IOException {
        Path file = Files.createFile(out.resolve("file"));
        assertThat(Invocation.of("conformance", "--out=" + file, "--limit=soon"))
                .isEqualTo(new Invocation(
                        ExitCode.INVALID_INPUT,
                        "",
                        "initbench: limit: soon is not allowed; give a whole number of seconds of at least 0"
                                + System.lineSeparator()));
        assertThat(Invocation.of("conformance", "--out=" + file).err())
                .isEqualTo("initbench: out: cannot make the folder " + file.resolve("conformance")
                        + System.lineSeparator());
    }

    @Test
    void theFindingsOfLayersArePrintedAndNothingElseOfThem() {
        assertThat(audit.out())
                .contains("lstm:96:64 ", "biasInit is ignored by vae, lstm, ", " weight parameters of layers deviate; ")
                .doesNotContain("dense:96:64");
    }

    @Test
    void shapesOfOnesOwnAreAuditedAlone() throws IOException {
        Invocation own = Invocation.of("conformance", "--out=" + out, "--shape=conv:3x3:8:16, lstm:12:10");
        Path folder = out.resolve("conformance-shapes");
        assertThat(own.err()).isEmpty();
        assertThat(own.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(own.out())
                .contains("lstm:12:10 ", "2 of 3 weight parameters of layers deviate; ")
                .doesNotContain("conv:3x3", "initializers that all keep")
                .endsWith("results: " + folder + System.lineSeparator());
        assertThat(folder.resolve("conformance.md"))
                .content()
                .startsWith("# What layers hand to initializers")
                .contains("--shape=conv:3x3:8:16,lstm:12:10`", "| `conv:3x3:8:16` | W |");
        assertThat(Files.readAllLines(folder.resolve("conformance-layers.csv")))
                .hasSize(1 + 6 + 6 * 8)
                .first()
                .isEqualTo("family,shape,parameter,gate,init,fan_in,fan_out,dl4j_fan_in,dl4j_fan_out,promised_variance,"
                        + "variance,low,high,ratio,p,verdict,remark");
        assertThat(folder.resolve("conformance-biases.csv")).isNotEmptyFile();
    }

    @Test
    void allMistakesInShapesAreToldAtOnce() {
        Invocation wrong = Invocation.of("conformance", "--out=" + out, "--shape=lsmt:3:4,conv:3", "--limit=3");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines().map(String::trim))
                .containsExactly(
                        "initbench: 3 problems",
                        "shape: lsmt:3:4 names no layer; did you mean lstm?",
                        "shape: conv:3 is not allowed; write conv:HxW:IN:OUT[:STRIDE] with whole numbers from 1 to 999999, "
                                + "as conv:3x3:32:64:2",
                        "limit: is of OrthogonalDistribution, which is left out where shape is given; leave one of them out");
        assertThat(Invocation.of("conformance", "--out=" + out, "--shape=,").err())
                .isEqualTo("initbench: shape: names no layer; give one, as conv:3x3:32:64:2" + System.lineSeparator());
    }

    private static String repeatable(String page) {
        return page.substring(0, page.indexOf(REPEATABLE_ABOVE));
    }
}
