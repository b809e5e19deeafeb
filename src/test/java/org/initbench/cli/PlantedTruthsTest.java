package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents recommendations that contradict what is known of initializers: real training on drawn digits, seeds fixed. */
@Tag("slow")
class PlantedTruthsTest {

    private static final String DIGITS = "data.source=synthetic,data.train=2000,data.test=500";

    @TempDir
    private Path out;

    @Test
    void zerosFarTooLargeAndDyingOnesLeaveInTheCheckWithTheirReason() throws IOException {
        recommend(
                "mnist-deep",
                "zeros,normal(std=100),uniform(low=-0.1, high=0),he_normal",
                40,
                DIGITS + ",training.epochs=1,training.schedule=constant,network.hidden=[64,64,64]");
        assertThat(states("mnist-deep"))
                .contains("zeros symmetric")
                .contains("normal(std=100) exploding")
                .contains("uniform(low=-0.1, high=0) dead");
        assertThat(json("mnist-deep").path("best").asText()).isEqualTo("he_normal");
        assertThat(out.resolve("mnist-deep/one/report.md"))
                .content()
                .contains("zeros was left out by the check", "uniform(low=-0.1, high=0) was left out by the check");
    }

    @Test
    void fixupAndZeroResidualsAreNotLeftOutThoughTheirGradientsAreZeroAtFirst() throws IOException {
        recommend("residual", "fixup,zero_residual,zeros", 60, DIGITS + ",training.epochs=1,network.blocks=4");
        assertThat(states("residual")).containsExactly("zeros symmetric");
        assertThat(raced("residual")).contains("fixup", "zero_residual");
    }

    @Test
    void heNormalAndHeUniformCannotBeTold() throws IOException {
        recommend("mnist", "he_normal,he_uniform", 100, DIGITS + ",training.epochs=2");
        assertThat(named("mnist")).containsExactlyInAnyOrder("he_normal", "he_uniform");
    }

    /** At 30 layers of ReLU Glorot's signal shrinks by 2^-15. */
    @Test
    void atThirtyLayersGlorotLeavesAndHeStays() throws IOException {
        recommend(
                "depth", "glorot_normal,glorot_uniform,he_normal", 60, DIGITS + ",network.depth=30,training.epochs=1");
        assertThat(states("depth"))
                .hasSize(2)
                .allMatch(state -> state.matches("glorot_(normal|uniform) (vanishing|dead)"));
        assertThat(json("depth").path("best").asText()).isEqualTo("he_normal");
    }

    /** Over 20 layers of tanh, small weights vanish, and those at the edge of chaos do not. */
    @Test
    void onTwentyTanhLayersWhatIsCriticalStays() throws IOException {
        recommend(
                "depth",
                "critical,normal(0.01),normal(std=1)",
                60,
                DIGITS + ",network.depth=20,network.activation=tanh,training.epochs=1");
        assertThat(named("depth")).contains("critical").doesNotContain("normal(std=0.01)");
    }

    private void recommend(String study, String inits, int trials, String set) {
        Invocation recommend = Invocation.of(
                "recommend",
                "--scenario=" + study,
                "--inits=" + inits,
                "--trials=" + trials,
                "--set=" + set + ",probes.at=[]",
                "--out=" + out,
                "--run=one");
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
    }

    /** Of those that the check left out, with its verdict. */
    private List<String> states(String study) throws IOException {
        return rows(study, "0")
                .map(row -> row.get("init") + " " + row.get("state"))
                .toList();
    }

    private List<String> raced(String study) throws IOException {
        return rows(study, "1").map(row -> row.get("init")).toList();
    }

    private Stream<CSVRecord> rows(String study, String round) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                out.resolve(study + "/one/race.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords().stream().filter(row -> row.get("round").equals(round));
        }
    }

    /** Whom the recommendation names. */
    private List<String> named(String study) throws IOException {
        List<String> named = new ArrayList<>(List.of(json(study).path("best").asText()));
        json(study).path("tied").forEach(tied -> named.add(tied.asText()));
        return named;
    }

    private JsonNode json(String study) throws IOException {
        return new ObjectMapper()
                .readTree(out.resolve(study + "/one/recommendation.json").toFile());
    }
}
