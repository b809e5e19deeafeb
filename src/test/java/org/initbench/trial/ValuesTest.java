package org.initbench.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.result.PredictedValue;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents values that are scored in another unit than the data's, or by other formulas than the field's. */
class ValuesTest {

    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    /** A price of 100,000 with a deviation of some 360: as floats, its last digits would be lost before they are learned. */
    @BeforeEach
    void writeFile() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("a,b,price\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.6f,%.6f,%.4f%n", a, b, 1e5 + 300 * a - 200 * b));
        }
        file = Files.writeString(folder.resolve("prices.csv"), text);
    }

    private Plan plan(String more) {
        String set = "data.source=csv,data.file=" + file + ",data.label=price,data.task=values,network.hidden=[16],"
                + "training.epochs=60,training.learningRate=0.01,repetitions=1" + more;
        return new Planner(
                        new StudyFiles(Path.of("")),
                        Scenarios.builtIn(),
                        DataFolders.of(List.of()).withoutDownload())
                .plan(new StudyRequest("classification", null, null, false, Map.of(), set, "he_normal"));
    }

    private TrialResult run(String more) {
        return new TrialRunner(0).run(plan(more).trials().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "mae"})
    void aLinearLawIsLearned(String loss) {
        Scores test = run(",network.loss=" + loss).test();

        assertThat(test.accuracy()).isNull();
        assertThat(test.r2()).isBetween(0.98, 1.0);
        assertThat(test.rmse()).isBetween(1.0, 50.0);
    }

    /** The formulas once more, from the table of predicted values, which has every test example here. */
    @Test
    void scoresAreThoseOfThePredictedValues() {
        TrialResult trial = run("");
        List<PredictedValue> test = trial.predictedValues().stream()
                .filter(value -> value.split().equals("test"))
                .toList();
        double[] errors = test.stream()
                .mapToDouble(each -> each.predicted() - each.value())
                .toArray();
        double mean = test.stream().mapToDouble(PredictedValue::value).average().orElseThrow();
        double squares = Arrays.stream(errors).map(error -> error * error).sum();
        double total = test.stream()
                .mapToDouble(each -> (each.value() - mean) * (each.value() - mean))
                .sum();

        assertThat(test).hasSize(ROWS / 5);
        assertThat(trial.test().rmse()).isCloseTo(Math.sqrt(squares / errors.length), within(1e-9));
        assertThat(trial.test().mae())
                .isCloseTo(Arrays.stream(errors).map(Math::abs).average().orElseThrow(), within(1e-9));
        assertThat(trial.test().r2()).isCloseTo(1 - squares / total, within(1e-12));
    }

    /** Of images, whose 784 values each would make a table of hundreds of megabytes. */
    @Test
    void ofExamplesWithManyValuesFewAreKept() {
        TrialResult trial = Studies.run(
                        "autoencoder",
                        "data.source=synthetic,data.train=64,data.test=20,repetitions=1,initializers=[orthogonal],"
                                + "grid.network.activation=[linear],network.depth=2,training.epochs=1,probes.at=[]")
                .get(0);

        assertThat(trial.predictedValues()).hasSize(2 * (10_000 / 784) * 784);
    }

    /** The values of the file itself, within the rounding of floats to the deviation: not to the value. */
    @Test
    void valuesComeBackInTheUnitOfTheData() throws IOException {
        List<Double> prices = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1)))
                .toList();

        assertThat(run("").predictedValues()).allSatisfy(value -> assertThat(prices)
                .anyMatch(price -> Math.abs(price - value.value()) < 1e-6 * 1000));
    }

    /** In units of the deviation a loss of 1 is that of the mean, whatever the data's unit is. */
    @Test
    void lossesAreOfStandardizedValues() {
        TrialResult learned = run("");
        double r2 = requireNonNull(learned.train().r2());

        assertThat(requireNonNull(learned.facts().train()).constantLoss()).isCloseTo(1, within(1e-5));
        assertThat(learned.train().loss()).isCloseTo(1 - r2, within(1e-4));
    }

    @Test
    void aTargetOnAccuracyGivesWay() {
        Plan plan = plan("");

        assertThat(plan.warnings())
                .contains(
                        "target: test_accuracy gives way to test_loss, as values have no accuracy; its value 0.85 is left"
                                + " out");
        assertThat(plan.resolved().at("/target/metric").asText()).isEqualTo("test_loss");
    }

    @Test
    void aNetworkFileLearnsValues() throws IOException {
        Path network = Files.writeString(
                folder.resolve("linear.json"),
                new NeuralNetConfiguration.Builder()
                        .updater(new Adam(0.05))
                        .list()
                        .layer(new OutputLayer.Builder(LossFunction.MSE)
                                .nIn(2)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                        .build()
                        .toJson());
        String set = "data.source=csv,data.file=" + file
                + ",data.label=price,data.task=values,training.epochs=60,repetitions=1";
        Plan plan = new Planner(
                        new StudyFiles(Path.of("")),
                        Scenarios.builtIn(),
                        DataFolders.of(List.of()).withoutDownload())
                .plan(new StudyRequest("linear", null, network, false, Map.of(), set, "he_normal"));

        assertThat(new TrialRunner(0).run(plan.trials().get(0)).test().r2()).isBetween(0.99, 1.0);
    }
}
