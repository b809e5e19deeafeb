package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Guards against a program whose training, listeners or memory change because its layers are looked at. */
@SuppressWarnings("try")
class LayerStatisticsTest {

    private static final int EXAMPLES = 16;
    private static final long MEBIBYTE = 1L << 20;

    /** A listener of the program's own. */
    private static final class Counting extends BaseTrainingListener {

        private int iterations;

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            iterations++;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void trainingStaysTheSameToTheLastBitAndSoDoTheProgramsListeners() throws IOException {
        MultiLayerNetwork bare = network();
        bare.fit(batches(7), 2);
        MultiLayerNetwork watched = network();
        Counting own = new Counting();
        watched.setListeners(own);
        try (LayerStatistics statistics = LayerStatistics.of(watched).every(3).to(folder)) {
            assertThat(watched.getListeners()).contains(own).hasSize(3);
            watched.fit(batches(7), 2);
        }
        assertThat(watched.params().toDoubleVector()).isEqualTo(bare.params().toDoubleVector());
        assertThat(watched.getListeners()).containsExactly(own);
        assertThat(own.iterations).isEqualTo(14);
        watched.fit(batches(1));
        assertThat(rows("layers.csv")).extracting(row -> row.get("iteration")).containsOnly("0", "3", "6", "9", "12");
    }

    @Test
    void rowsAreThoseOfTheTables() throws IOException {
        MultiLayerNetwork network = network();
        INDArray weights = network.getParam("0_W").dup();
        try (LayerStatistics statistics = LayerStatistics.of(network).bins(4).to(folder)) {
            network.fit(batches(2));
        }
        CSVRecord row = rows("layers.csv").stream()
                .filter(each ->
                        each.get("name").equals("0_W") && each.get("quantity").equals("weight"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(row.get("rms")))
                .isCloseTo(weights.norm2Number().doubleValue() / Math.sqrt((double) weights.length()), within(1e-15));
        assertThat(row.get("learning_rate")).isEqualTo("0.1");
        assertThat(rows("histograms.csv").stream()
                        .filter(each -> each.get("name").equals("0_W")
                                && each.get("quantity").equals("weight")
                                && each.get("iteration").equals("0"))
                        .mapToLong(each -> Long.parseLong(each.get("count"))))
                .hasSize(4)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(weights.length()));
        assertThat(rows("curves.csv")).hasSize(2);
    }

    @Test
    void aGraphIsMeasuredToo() throws IOException {
        ComputationGraph graph = new ComputationGraph(Residual.network(
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).dataType(DataType.DOUBLE),
                2,
                4,
                Activation.RELU));
        graph.init();
        INDArray features = Nd4j.rand(DataType.DOUBLE, EXAMPLES, Residual.INPUTS);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, Residual.CLASSES);
        labels.getColumn(0).assign(1);
        try (LayerStatistics statistics = LayerStatistics.of(graph).to(folder)) {
            graph.fit(new DataSet(features, labels));
        }
        assertThat(graph.getListeners()).isEmpty();
        assertThat(rows("layers.csv")).extracting(row -> row.get("quantity")).contains("activation", "update");
    }

    @Test
    void thePageIsMadeOfTheFolder() throws IOException {
        MultiLayerNetwork network = network();
        for (int program = 0; program < 2; program++) {
            try (LayerStatistics statistics =
                    LayerStatistics.of(network).every(2).to(folder)) {
                network.fit(batches(9));
            }
        }
        Path page = Report.of(folder).write();
        assertThat(page).content().contains("The layers of " + folder.getFileName());
        assertThat(folder.resolve("plots")).isNotEmptyDirectory();
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(
                folder.resolve("study.json"),
                "{\"scenario\": \"moons\", \"study\": {\"scenario\": \"moons\", \"target\": {\"metric\": \"usual\"}}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerStatistics.of(network()).to(folder))
                .withMessage(folder + " holds a run of the command; give another folder");
        assertThatIllegalArgumentException().isThrownBy(() -> Report.of(folder.resolve("nothing")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerStatistics.of(network()).every(0))
                .withMessage("every: 0 is not a positive number");
    }

    @Test
    @Tag("slow")
    void memoryStaysFlatOverFifteenThousandMeasuredIterations() throws IOException, InterruptedException {
        MultiLayerNetwork network = network();
        List<Long> used = new ArrayList<>();
        try (LayerStatistics statistics = LayerStatistics.of(network).to(folder)) {
            for (int part = 0; part < 5; part++) {
                network.fit(batches(3000));
                used.add(heapAfterCollecting());
            }
        }
        assertThat(used.get(4) - used.get(0))
                .as("MiB after 3,000 to 15,000: " + used)
                .isLessThan(8);
        assertThat(rows("curves.csv")).hasSize(15_000);
    }

    /** In MiB. What stands for native memory is let go of by threads of ND4J's, and collected after that. */
    private static long heapAfterCollecting() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private List<CSVRecord> rows(String table) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(folder.resolve(table)), format)) {
            return parser.getRecords();
        }
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(5)
                        .nOut(7)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(7)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static ExistingDataSetIterator batches(int count) {
        Nd4j.getRandom().setSeed(4);
        INDArray features = Nd4j.randn(DataType.DOUBLE, EXAMPLES, 5);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 3);
        labels.getColumn(1).assign(1);
        List<DataSet> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(new DataSet(features, labels));
        }
        return new ExistingDataSetIterator(batches);
    }
}
