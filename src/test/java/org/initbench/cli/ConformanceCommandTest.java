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

    private static String repeatable(String page) {
        return page.substring(0, page.indexOf(REPEATABLE_ABOVE));
    }
}
