package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataSource;
import org.initbench.data.Examples;
import org.initbench.data.ResolvedData;
import org.initbench.data.Task;
import org.initbench.data.TrialData;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.PageExample;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents a scenario from being bound to its own data, and data that do not fit from being found out by a trial. */
class AnyNetworkAnySourceTest {

    private static final String SMALL = ",initializers=[he_normal],repetitions=1,training.epochs=1,probes.at=[]";

    @TempDir
    private Path folder;

    /** Points of a plane, told apart by a line. */
    public static final class Plane implements DataSource {

        private final int count;

        /** Reads its settings. */
        public Plane(Section data) {
            count = data.integer("count", 40, 2);
        }

        @Override
        public ResolvedData resolve(DataFolders folders) {
            double[][] points = IntStream.range(0, count)
                    .mapToObj(i -> new double[] {i, count - i})
                    .toArray(double[][]::new);
            int[] classes = IntStream.range(0, count).map(i -> i % 2).toArray();
            return new ResolvedData(
                    "plane",
                    InputType.feedForward(2),
                    Task.classes(2),
                    DataOrigin.NOTHING,
                    List.of(),
                    request ->
                            new TrialData("plane", Examples.binary(points, classes, request.type()), Optional.empty()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mnist, shapes",
        "depth, shapes",
        "residual, shapes",
        "cnn, shapes",
        "mnist, moons",
        "residual, separable",
        "mnist, generated",
        "classification, synthetic",
        "moons, generated",
        "separable, moons",
        "classification, moons"
    })
    void anImageStudyAndATableOneTakeEachOthersData(String study, String source) {
        String size = source.equals("shapes") || source.equals("synthetic") ? ",data.train=64,data.test=32" : "";
        List<TrialResult> trials = Studies.run(study, "data.source=" + source + size + SMALL);
        assertThat(trials)
                .isNotEmpty()
                .extracting(TrialResult::outcome)
                .as("He explodes with depth where nothing is normalized")
                .hasOnlyElementsOfTypes(Outcome.Completed.class, Outcome.Diverged.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.99", "3, 0.6"})
    void aTableTrainsTheNetworkOfAnImageStudy(int classes, double least) throws IOException {
        String rows = IntStream.range(0, 120)
                .mapToObj(i -> i % classes + "," + (i % classes == 1 ? 1 : 0) + "," + "abc".charAt(i % classes))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("kinds.csv"), "a,b,kind\n" + rows + "\n");
        Plan plan = Plans.of(
                "mnist",
                "data.source=csv,data.file=" + file + ",data.label=kind,initializers=[he_normal],repetitions=1,"
                        + "training.epochs=30,training.batchSize=16,probes.at=[]");
        assertThat(plan.warnings())
                .contains(
                        "data.source: csv has settings of its own; the study's data.train, data.test, data.scaling are"
                                + " left out");
        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));
        assertThat(trial.dataset()).isEqualTo("kinds.csv");
        assertThat(trial.test().accuracy()).isGreaterThan(least);
    }

    @Test
    void settingsOfTheSameFamilyStay() {
        Plan plan = Plans.of("cnn", "data.source=shapes");
        assertThat(plan.resolved().at("/data/train").asInt()).isEqualTo(6000);
        assertThat(plan.warnings()).noneMatch(warning -> warning.contains("settings of its own"));
    }

    @Test
    void whatDoesNotFitIsToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> Plans.of("cnn", "data.source=generated,data.features=12"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.source: this network takes pictures, make_classification has 12 columns; give data of"
                        + " that form, or another network");
    }

    @Test
    void aFileIsLookedForBesideTheStudysFile() throws IOException {
        Files.writeString(folder.resolve("kinds.csv"), "a,kind\n1,x\n2.5,y\n3,x\n4,y\n5,x\n6,y\n");
        Path study = Files.writeString(
                folder.resolve("mine.yaml"),
                """
                scenario: classification
                data: {source: csv, file: kinds.csv, label: kind}
                training: {epochs: 1}
                initializers: [he_normal]
                grid: {data.file: [kinds.csv, more.csv]}
                """);
        Files.copy(folder.resolve("kinds.csv"), folder.resolve("more.csv"));
        Plan plan = Plans.of(new StudyRequest(null, study, null, false, Map.of(), "", null));
        assertThat(plan.trials())
                .extracting(trial -> trial.study().resolved().at("/data/file").asText())
                .containsExactly(
                        folder.resolve("kinds.csv").toString(),
                        folder.resolve("more.csv").toString());
        assertThat(plan.trials().get(1).data().name()).isEqualTo("more.csv");
    }

    @Test
    void aSplitThatLeavesNothingToLearnFromIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("kinds.csv"), "a,kind\n1,x\n2.5,y\n3,x\n4,y\n");
        assertThatThrownBy(() -> Plans.of(
                        "moons", "data.source=csv,data.file=" + file + ",data.label=kind,data.testFraction=0.9"))
                .hasMessage("data.testFraction: 0.9 leaves none of 4 examples to learn from; give a smaller one");
    }

    @Test
    void theExampleOfThePageCompilesAndIsTrainedOn() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = PageExample.of("data.md").compiled("Circle", folder)) {
            Thread.currentThread().setContextClassLoader(loader);
            List<TrialResult> trials = Studies.run(
                    "moons",
                    "data.source=com.example.Circle,initializers=[he_normal],repetitions=1,training.iterations=3000,"
                            + "training.learningRate=0.3,probes.at=[]");
            assertThat(trials).extracting(TrialResult::dataset).containsExactly("circle");
            assertThat(trials.get(0).test().accuracy()).isGreaterThan(0.9);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void aSourceMayBeNamedByItsClass() {
        String name = Plane.class.getName();
        Plan plan = Plans.of("moons", "data.source=" + name + ",data.count=30" + SMALL);
        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));
        assertThat(trial.dataset()).isEqualTo("plane");
        assertThat(plan.trials().get(0).classNames()).contains(name);
        assertThatThrownBy(() -> Plans.of("moons", "data.source=java.lang.String"))
                .hasMessageContaining(
                        "data.source: java.lang.String is not a DataSource with a public constructor of a");
        assertThatThrownBy(() -> Plans.of("moons", "data.source=org.nowhere.Data"))
                .hasMessageContaining("data.source: there is no class org.nowhere.Data on the class path");
        assertThatThrownBy(() -> Plans.of("moons", "data.source=moon"))
                .hasMessageContaining("data.source: moon is not known; did you mean moons?");
    }
}
