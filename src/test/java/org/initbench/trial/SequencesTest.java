package org.initbench.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.config.InvalidInputException;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents sequences from files that are cut, padded or labelled otherwise than the file says. */
class SequencesTest {

    /** Three sequences of 3, 1 and 2 steps, which need not lie together. */
    private static final String ROWS =
            """
            id,x,y,step,whole
            a,1,10,up,good
            b,2,20,down,bad
            a,3,30,down,good
            c,14,40,up,good
            a,5,50,up,good
            c,6,60,down,good
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Plan plan(StudyRequest request) {
        return new Planner(
                        new StudyFiles(Path.of("")),
                        Scenarios.builtIn(),
                        DataFolders.of(List.of()).withoutDownload())
                .plan(request);
    }

    private static Plan rnn(Path file, String more) {
        String set = "data.source=sequences,data.file=" + file + ",training.precision=double,training.epochs=30,"
                + "training.learningRate=0.01,repetitions=1,network.units=16,network.embedding=8," + more;
        return plan(new StudyRequest("rnn", null, null, false, Map.of(), set, "glorot_uniform"));
    }

    /** Of training and test examples together, in any order. */
    private static List<Examples> singles(TrialData data) {
        List<Examples> singles = new ArrayList<>();
        for (Examples part : List.of(data.train(), data.test().orElseThrow())) {
            for (int at = 0; at < part.count(); at++) {
                singles.add(part.slice(at, at + 1));
            }
        }
        return singles;
    }

    private static double[] numbers(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    @Test
    void rowsAreGroupedPaddedAndMasked() throws IOException {
        TrialData data = rnn(file("rows.csv", ROWS), "data.sequence=id,data.label=whole,data.exclude=[step]")
                .trials()
                .get(0)
                .data();

        Examples longest = singles(data).stream()
                .filter(each -> each.features().getDouble(0, 0, 0) == 1)
                .findFirst()
                .orElseThrow();
        Examples shortest = singles(data).stream()
                .filter(each -> each.features().getDouble(0, 0, 0) == 2)
                .findFirst()
                .orElseThrow();
        assertThat(numbers(longest.features())).containsExactly(1, 3, 5, 10, 30, 50);
        assertThat(numbers(requireNonNull(longest.featuresMask()))).containsExactly(1, 1, 1);
        assertThat(numbers(longest.labels())).containsExactly(1);
        assertThat(numbers(shortest.features())).containsExactly(2, 0, 0, 20, 0, 0);
        assertThat(numbers(requireNonNull(shortest.featuresMask()))).containsExactly(1, 0, 0);
        assertThat(numbers(shortest.labels())).containsExactly(0);
        assertThat(longest.labelsMask()).isNull();
    }

    @Test
    void eachStepMayHaveItsLabel() throws IOException {
        TrialData data = rnn(
                        file("rows.csv", ROWS),
                        "data.sequence=id,data.label=step,data.labels=step,data.exclude=[whole]")
                .trials()
                .get(0)
                .data();

        Examples third = singles(data).stream()
                .filter(each -> each.features().getDouble(0, 0, 0) == 14)
                .findFirst()
                .orElseThrow();
        assertThat(numbers(third.labels())).as("down, then up").containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(numbers(requireNonNull(third.labelsMask()))).containsExactly(1, 1, 0);
    }

    @Test
    void sequencesAreCutWhereTheStudySaysSo() throws IOException {
        TrialData data = rnn(
                        file("rows.csv", ROWS), "data.sequence=id,data.label=whole,data.exclude=[step],data.steps=2")
                .trials()
                .get(0)
                .data();

        assertThat(data.train().features().size(2)).isEqualTo(2);
    }

    @Test
    void aSequenceWithTwoLabelsIsRefusedByItsLine() throws IOException {
        Path file = file("rows.csv", ROWS.replace("c,6,60,down,good", "c,6,60,down,bad"));

        assertThatThrownBy(() -> rnn(file, "data.sequence=id,data.label=whole,data.exclude=[step]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has another label in line 7 than before in sequence c; give each sequence one in"
                        + " column whole, or say data.labels=step where each step has its own");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        Path file = file("rows.csv", ROWS);

        assertThatThrownBy(() -> rnn(file, "data.label=whole"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no column sequence, which is to be the sequence of a row");
    }

    /** 2 is the most frequent word; what stands but for itself beyond the vocabulary is 1; 0 is padding. */
    @Test
    void textsAreNumbersOfTheirWords() throws IOException {
        Path file = file(
                "texts.csv",
                """
                review,mood
                "Good, good film",good
                bad,bad
                a Good one,good
                BAD bad film,bad
                """);
        TrialData data = rnn(file, "data.text=review,data.label=mood,data.vocabulary=5")
                .trials()
                .get(0)
                .data();

        List<double[]> texts =
                singles(data).stream().map(each -> numbers(each.features())).toList();
        assertThat(texts).anyMatch(text -> Arrays.equals(text, new double[] {3, 3, 4}));
        assertThat(texts).anyMatch(text -> Arrays.equals(text, new double[] {2, 0, 0}));
        assertThat(texts).anyMatch(text -> Arrays.equals(text, new double[] {1, 3, 1}));
        assertThat(texts).anyMatch(text -> Arrays.equals(text, new double[] {2, 2, 4}));
    }

    /** The label is told by the last step of each sequence, wherever that is. */
    private String lastStepTells(int sequences) {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("id,x,tells\n");
        for (int each = 0; each < sequences; each++) {
            int steps = 1 + random.nextInt(6);
            double last = random.nextGaussian();
            for (int step = 0; step < steps; step++) {
                double x = step == steps - 1 ? last : random.nextGaussian();
                rows.append('s')
                        .append(each)
                        .append(',')
                        .append(x)
                        .append(',')
                        .append(last > 0)
                        .append('\n');
            }
        }
        return rows.toString();
    }

    @Test
    void theLastStepThatIsThereIsRead() throws IOException {
        Plan plan = rnn(file("last.csv", lastStepTells(200)), "data.sequence=id,data.label=tells");

        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));

        assertThat(trial.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(trial.test().accuracy()).isGreaterThan(0.85);
    }

    /** Whether the number of this step is positive: learned at each, and scored at those that are there alone. */
    @Test
    void stepsOfANetworkFileAreLearned() throws IOException {
        Path data = file("steps.csv", lastStepTells(120).replaceAll("(?m),(-?)([0-9.E-]+),.*$", ",$1$2,up$1"));
        Path network = file(
                "lstm.json",
                new NeuralNetConfiguration.Builder()
                        .updater(new Adam(0.02))
                        .list()
                        .layer(new LSTM.Builder().nOut(12).build())
                        .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .setInputType(InputType.recurrent(1))
                        .build()
                        .toJson());
        String set = "data.source=sequences,data.file=" + data
                + ",data.sequence=id,data.label=tells,data.labels=step,training.epochs=20,repetitions=1";
        Plan plan = plan(new StudyRequest("lstm", null, network, false, Map.of(), set, "glorot_uniform"));

        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));

        int steps = Files.readAllLines(data).size() - 1;
        int judged = requireNonNull(trial.facts().train()).labels()
                + requireNonNull(trial.facts().test()).labels();
        assertThat(judged).isEqualTo(steps);
        assertThat(trial.test().accuracy()).isGreaterThan(0.9);
    }

    @Test
    void aNetworkWithOneOutputDoesNotTakeALabelForEachStep() throws IOException {
        Path data = file("rows.csv", ROWS);
        String set = "data.source=sequences,data.file=" + data
                + ",data.sequence=id,data.label=step,data.labels=step,data.exclude=[whole]";

        assertThatThrownBy(() -> plan(new StudyRequest("adding", null, null, false, Map.of(), set, "identity")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "data.source: this network has one output for a whole sequence, and rows.csv has a"
                                + " label for each step");
    }

    @ParameterizedTest
    @CsvSource({"copy,20", "latch,20"})
    void tasksOfMemoryAreDrawnAndTrained(String source, int length) {
        String set =
                "data.source=" + source + ",data.train=40,data.test=20,training.epochs=1,repetitions=1,network.units=8";
        Plan plan = plan(new StudyRequest("rnn", null, null, false, Map.of(), set, "orthogonal"));

        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));

        assertThat(trial.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(trial.dataset()).isEqualTo(source);
    }

    /** Ten symbols of eight, a pause of twenty steps, and the symbols once more. */
    @Test
    void theCopyTaskAsksForTheSymbolsAfterThePause() {
        Plan plan = plan(new StudyRequest(
                "rnn", null, null, false, Map.of(), "data.source=copy,data.train=5,data.test=3", "orthogonal"));
        Examples train = plan.trials().get(0).data().train();

        INDArray seen = train.features().argMax(1);
        INDArray asked = train.labels().argMax(1);
        for (int example = 0; example < 5; example++) {
            for (int step = 0; step < 40; step++) {
                int expected = step < 30 ? 8 : seen.getInt(example, step - 30);
                assertThat(asked.getInt(example, step)).isEqualTo(expected);
            }
            assertThat(seen.getInt(example, 29)).as("the signal").isEqualTo(9);
        }
        assertThat(train.labels().sumNumber().doubleValue()).isCloseTo(5 * 40, within(1e-6));
    }
}
