package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.InvalidInputException;
import org.initbench.network.WeightLayer;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.run.Fingerprint;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents a network of someone's own from being trained by another updater than its own, or on data that do not fit. */
class NetworkFileStudyTest {

    private static final String KERAS =
            """
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "InputLayer", "config": {"batch_shape": [null, 3], "name": "in"}},
              {"class_name": "Dense", "config": {"name": "a", "units": 4, "activation": "relu", "use_bias": true,
                "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}}}},
              {"class_name": "Dense", "config": {"name": "b", "units": 2, "activation": "linear", "use_bias": true,
                "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}}}},
              {"class_name": "Activation", "config": {"name": "c", "activation": "softmax"}}]}}""";

    @TempDir
    private Path folder;

    private Path dl4j = Path.of("");
    private Path keras = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        String configuration = settings()
                .layer(hidden())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build()
                .toJson();
        dl4j = Files.writeString(folder.resolve("net.json"), configuration);
        keras = Files.writeString(folder.resolve("keras.json"), KERAS);
    }

    private static ListBuilder settings() {
        return new NeuralNetConfiguration.Builder()
                .updater(new Nesterovs(.02, .8))
                .l2(.003)
                .list();
    }

    private static DenseLayer hidden() {
        return new DenseLayer.Builder()
                .nIn(20)
                .nOut(5)
                .activation(Activation.TANH)
                .build();
    }

    @Test
    void theUpdaterAndItsRateAreTheFiles() {
        Plan plan = Plans.of(request(dl4j, ""));
        Trial trial = plan.trials().get(0);

        assertThat(plan.name()).isEqualTo("net");
        assertThat(trial.key().learningRate()).isEqualTo(.02);
        WeightLayer layer = NetworkLook.network(trial).layers().get(0);
        assertThat(layer.updater()).isEqualTo(new Nesterovs(.02, .8));
        assertThat(layer.configuration().getRegularizationByParam("W")).hasSize(1);
        assertThat(plan.warnings())
                .containsExactly("net.json: inputs and labels are random, as data.source names no data");
    }

    @Test
    void aWorkerPlansTheSame() {
        Plan plan = Plans.of(request(dl4j, ""));
        assertThat(Plans.again(plan).trials().stream().map(Trial::key))
                .isEqualTo(plan.trials().stream().map(Trial::key).toList());
    }

    @Test
    void anotherUpdaterReplacesTheFiles() {
        Trial trial = Plans.of(request(dl4j, "training.updater=rmsprop,training.learningRate=0.5"))
                .trials()
                .get(0);

        assertThat(trial.key().learningRate()).isEqualTo(.5);
        WeightLayer layer = NetworkLook.network(trial).layers().get(0);
        assertThat(layer.updater()).isInstanceOf(RmsProp.class);
        assertThat(layer.configuration().getRegularizationByParam("W")).isEmpty();
    }

    @Test
    void severalRatesAreRefusedBesideTheFilesOwn() {
        assertThatThrownBy(() -> Plans.of(request(dl4j, "training.learningRates=[0.1\\,0.2]")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aNetworkWithoutAnUpdaterGetsAdamAndThatIsSaid() {
        Plan plan = Plans.of(request(keras, "network.loss=mcxent"));

        assertThat(plan.trials().get(0).key().learningRate()).isEqualTo(.001);
        assertThat(plan.warnings().get(0)).contains("updater own is Adam at a learning rate of .001");
    }

    @Test
    void aLossIsAddedToTheLastDenseLayerWithTheActivationThatFollowsIt() {
        Trial trial = Plans.of(request(keras, "network.loss=mcxent")).trials().get(0);

        List<WeightLayer> layers = NetworkLook.network(trial).layers();
        assertThat(layers).hasSize(2);
        assertThat(layers.get(1).configuration()).isInstanceOf(OutputLayer.class);
        assertThat(layers.get(1).activation()).isEqualTo(Activation.SOFTMAX.getActivationFunction());
    }

    @Test
    void aNetworkWithoutALossIsCheckedAndNotTrained() {
        assertThatThrownBy(() -> Plans.of(request(keras, "")))
                .hasMessage(
                        "training: keras.json has no loss; give one as network.loss, or look at it with initbench check");
        List<TrialResult> results = run(Plans.check(request(keras, "")));
        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat(result.outcome())
                .isInstanceOf(Outcome.Completed.class));
    }

    @Test
    void withoutALossTheErrorOfACheckIsRandom() {
        Plan plan = Plans.check(request(keras, ""));

        assertThat(plan.resolved().at("/network/loss").asText()).isEqualTo("random_error");
        assertThat(plan.warnings().get(0)).contains("there is no loss, so the error that goes back is random");
        TrialResult result = run(plan).get(0);
        assertThat(result.iterations()).isEqualTo(10);
        assertThat(result.layers())
                .anySatisfy(row -> assertThat(row.quantity()).isEqualTo(Quantity.ACTIVATION_GRADIENT));
        assertThatThrownBy(() -> Plans.of(request(keras, "network.loss=random_error")))
                .hasMessageStartingWith("training: keras.json has no loss");
    }

    @Test
    void aNetworkWithSeveralOutputsIsCheckedAndNotTrained() throws IOException {
        Path heads = Files.writeString(
                folder.resolve("heads.json"),
                new NeuralNetConfiguration.Builder()
                        .graphBuilder()
                        .addInputs("in")
                        .addLayer("body", dense(3, 4), "in")
                        .addLayer("one", dense(4, 2), "body")
                        .addLayer("other", dense(4, 5), "body")
                        .setOutputs("one", "other")
                        .build()
                        .toJson());

        assertThatThrownBy(() -> Plans.of(request(heads, "")))
                .hasMessage(
                        "training: heads.json has 2 outputs, of which one can be trained; look at it with initbench check");
        TrialResult result = run(Plans.check(request(heads, ""))).get(0);
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.iterations()).isEqualTo(10);
    }

    private static DenseLayer dense(int inputs, int units) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(Activation.RELU)
                .build();
    }

    @Test
    void aNetworkIsTrainedOnATableThatFits() {
        List<TrialResult> results = run(Plans.of(request(dl4j, "data.source=generated,training.epochs=1")));

        assertThat(results).allSatisfy(result -> {
            assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
            assertThat(result.test().accuracy()).isNotNull();
        });
    }

    /** Both compute the loss of the same numbers. */
    @Test
    void aLayerThatIsALossTrainsLikeAnOutputLayer() throws IOException {
        Path split = Files.writeString(
                folder.resolve("split.json"),
                settings()
                        .layer(hidden())
                        .layer(new DenseLayer.Builder()
                                .nIn(5)
                                .nOut(2)
                                .activation(Activation.IDENTITY)
                                .build())
                        .layer(new LossLayer.Builder(LossFunction.MCXENT)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .build()
                        .toJson());
        String data = "data.source=generated,training.epochs=1,training.precision=double";

        TrialResult expected = run(Plans.of(request(dl4j, data))).get(0);
        TrialResult actual = run(Plans.of(request(split, data))).get(0);

        assertThat(actual.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(actual.test().accuracy()).isEqualTo(expected.test().accuracy());
        assertThat(actual.test().loss()).isCloseTo(expected.test().loss(), within(1e-12));
        assertThat(actual.facts().test()).isEqualTo(expected.facts().test());
    }

    /** A picture's loss is the sum of its pixels', of which the file leaves the number open. */
    @Test
    void aLossOfPixelsIsScored() throws IOException {
        Path pixels = Files.writeString(
                folder.resolve("pixels.json"),
                new NeuralNetConfiguration.Builder()
                        .updater(new Nesterovs(.02, .8))
                        .list()
                        .layer(new ConvolutionLayer.Builder(1, 1)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                        .layer(new CnnLossLayer.Builder(LossFunction.XENT)
                                .activation(Activation.SIGMOID)
                                .build())
                        .setInputType(InputType.convolutional(6, 5, 2))
                        .build()
                        .toJson());

        TrialResult zeros = run(Plans.of(request(pixels, "training.epochs=1,training.precision=double")))
                .get(1);

        assertThat(zeros.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(zeros.curve().get(0).train().loss()).isCloseTo(64 * 64 * Math.log(2), within(64 * 64 * 1e-9));
    }

    @Test
    void dataThatDoNotFitAreToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> Plans.of(request(dl4j, "data.source=generated,data.features=12")))
                .hasMessageStartingWith("data: net.json expects 20 inputs, make_classification has 12 columns; ");
        assertThatThrownBy(() -> Plans.of(request(dl4j, "data.source=shapes,data.train=20,data.test=10")))
                .hasMessageStartingWith("data: net.json expects 20 inputs, shapes has pictures of 3 x 32 x 32; ");
        assertThatThrownBy(() -> Plans.of(request(dl4j, "data.source=generated,data.informative=5,data.classes=4")))
                .hasMessageStartingWith("data: net.json has 2 outputs, make_classification has 4 classes; ");
    }

    @Test
    void theFileIsPartOfTheFingerprint() {
        Plan plan = Plans.of(request(dl4j, ""));
        assertThat(Fingerprint.of(plan).fields().at("/data/net.json").asText()).hasSize(64);
    }

    @Test
    void theFileIsLookedForBesideTheStudy() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "scenario: network\nnetwork: {file: net.json}\ntraining: {updater: own}\ninitializers: [he_normal]\n");
        Plan plan = Plans.of(new StudyRequest(null, study, null, false, Map.of(), "", null));
        assertThat(plan.trials().get(0).key().learningRate()).isEqualTo(.02);
    }

    @Test
    void whatIsNoNetworkIsASentenceOfTheStudy() {
        assertThatThrownBy(() -> Plans.of(request(folder.resolve("nowhere.json"), "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("network.file: nowhere.json cannot be read: there is no file ");
    }

    private static StudyRequest request(Path network, String set) {
        return new StudyRequest(null, null, network, true, Map.of(), set, "he_normal,zeros");
    }

    private static List<TrialResult> run(Plan plan) {
        return plan.trials().stream().map(new TrialRunner(0)::run).toList();
    }
}
