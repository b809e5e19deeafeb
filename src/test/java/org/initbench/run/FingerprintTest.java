package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;
import org.initbench.trial.StubbornScenario;
import org.initbench.trial.StudyRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against trials of other data, another build or another class that stand in one table as if they were alike. */
class FingerprintTest {

    private static final String ROWS = "a,label\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n7,x\n8,y\n";

    @TempDir
    private Path folder;

    @Test
    void itNamesTheBuildDl4jTheBackendAndJava() {
        ObjectNode fields = Fingerprint.of(Plans.of("separable")).fields();
        assertThat(fields.path("commit").asText()).matches("[0-9a-f]{40}|unknown");
        assertThat(fields.path("dirty").asText()).matches("true|false|unknown");
        assertThat(fields.path("deeplearning4j").asText()).isEqualTo("1.0.0-M2.1");
        assertThat(fields.path("backend").asText()).startsWith("nd4j-native 1.0.0-M2.1, tuned");
        assertThat(fields.path("java").asText())
                .isEqualTo(String.valueOf(Runtime.version().feature()));
        assertThat(fields.path("data")).isEmpty();
        assertThat(fields.path("classes")).isEmpty();
    }

    @Test
    void aFileOfDataIsKnownByItsContent() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), ROWS);
        Plan plan = Plans.of("classification", "data.source=csv,data.file=" + file);
        Fingerprint before = Fingerprint.of(plan);
        assertThat(before.fields().path("data").path(file.toString()).asText()).isEqualTo(DigestUtils.sha256Hex(ROWS));
        Files.writeString(file, ROWS + "9,x\n");
        String now = DigestUtils.sha256Hex(ROWS + "9,x\n");
        assertThat(before.difference(Fingerprint.of(plan)))
                .hasValue("begun with data." + file + " " + DigestUtils.sha256Hex(ROWS) + ", and here it is " + now
                        + "; bring back the data that it was begun with or give another id");
    }

    @Test
    void dataThatAreDrawnAreKnownByTheNameOfTheirGenerator() {
        assertThat(Fingerprint.of(Plans.of("classification")).fields().path("data"))
                .hasToString("{\"make_classification\":\"generated\"}");
        assertThat(Fingerprint.of(Plans.of("cnn", "data.source=shapes"))
                        .fields()
                        .path("data"))
                .hasToString("{\"shapes\":\"generated\"}");
    }

    @Test
    void aScenarioOfOnesOwnIsKnownByItsClassFiles() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"), "scenario: org.initbench.trial.StubbornScenario\ninitializers: [zeros]\n");
        Plan plan = Plans.of(new StudyRequest(null, file, null, false, Map.of(), "", null));
        assertThat(Fingerprint.of(plan).fields().at("/classes/org.initbench.trial.StubbornScenario"))
                .hasToString("\"" + ClassFiles.checksum(StubbornScenario.class.getName()) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "commit,that build",
        "dirty,that build",
        "deeplearning4j,that build",
        "backend,that backend",
        "java,that version of Java"
    })
    void eachFieldThatDiffersIsNamedWithWhatHelps(String field, String help) {
        ObjectNode here = Fingerprint.of(Plans.of("separable")).fields();
        ObjectNode before = here.deepCopy().put(field, "other");
        assertThat(new Fingerprint(before).difference(new Fingerprint(here)))
                .hasValue("begun with " + field + " other, and here it is "
                        + here.path(field).asText() + "; go on with " + help + " or give another id");
    }

    @Test
    void aBuildThatDoesNotKnowItsVersionIsThatOfItsCommit() {
        ObjectNode here = Fingerprint.of(Plans.of("separable")).fields();
        Fingerprint unknown = new Fingerprint(here.deepCopy().put("version", "unknown"));
        Fingerprint first = new Fingerprint(here.deepCopy().put("version", "1"));
        Fingerprint second = new Fingerprint(here.deepCopy().put("version", "2"));
        assertThat(unknown.difference(first)).isEmpty();
        assertThat(first.difference(unknown)).isEmpty();
        assertThat(first.difference(second))
                .hasValueSatisfying(why -> assertThat(why).startsWith("begun with version 1, and here it is 2; "));
    }

    @Test
    void aStudyNamesTheSourceThatItsDataCameTo() {
        Plan drawn = plan(nowhere(), "data.train=30,data.test=20");
        assertThat(drawn.resolved().at("/data/source").asText()).isEqualTo("synthetic");
        assertThat(drawn.warnings()).anyMatch(warning -> warning.contains("synthetic-digits stand in for it"));
        Plan onBoth = plan(nowhere(), "data.train=30,data.test=20,grid={data.source: [auto]}");
        assertThat(onBoth.trials().get(0).key().variant()).isEqualTo("data.source=synthetic");
    }

    /** The digits of before and MNIST would stand in one table, as the data of one study. */
    @Test
    void aRunThatWasBegunOnDrawnDigitsIsNotResumedOnMnist() {
        Mnist.require();
        RunFolder.open(folder, plan(nowhere(), "data.train=30,data.test=20"), "1")
                .close();
        Plan found = plan(Mnist.FOLDERS, "data.train=30,data.test=20");
        assertThat(found.resolved().at("/data/source").asText()).isEqualTo("mnist");
        assertThat(RunFolder.problem(folder, found, "1"))
                .hasValue("run: " + folder.resolve("mnist/1")
                        + " holds another study: data.source is synthetic there and" + " mnist here; give another id");
    }

    @Test
    void workersPlanTheSame() {
        for (String study : List.of("separable", "mnist", "classification")) {
            Plan plan = Plans.quick(study);
            assertThat(Fingerprint.of(Plans.again(plan))).isEqualTo(Fingerprint.of(plan));
        }
    }

    @Test
    void nothingNativeIsLoadedForIt() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        org.initbench.process.ChildJvm.classPath(),
                        FingerprintMain.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said).contains(FingerprintMain.SAID);
        Stream<String> loaded = said.lines().filter(line -> line.contains("source:"));
        assertThat(loaded)
                .noneMatch(line -> line.contains("org.nd4j.linalg.factory.Nd4j ")
                        || line.contains("org.bytedeco.javacpp.Loader "));
    }

    private static DataFolders nowhere() {
        return new DataFolders(List.of(), Path.of("target", "no-cache"), false);
    }

    private static Plan plan(DataFolders folders, String set) {
        return new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), folders)
                .plan(StudyRequest.named("mnist").with(set));
    }
}
