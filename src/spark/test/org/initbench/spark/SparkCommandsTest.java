package org.initbench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.spark.SparkCluster.Command;
import org.initbench.spark.SparkCluster.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Guards against commands whose results depend on where their trials run. Nothing is shipped by hand here. */
class SparkCommandsTest extends ClusterTest {

    private static Path from;

    @BeforeAll
    static void aNetworkAndATable() throws IOException {
        from = Files.createDirectory(folder.resolve("work"));
        Files.writeString(
                from.resolve("net.json"),
                new NeuralNetConfiguration.Builder()
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nOut(8)
                                .activation(Activation.RELU)
                                .build())
                        .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .setInputType(InputType.feedForward(2))
                        .build()
                        .toJson());
        Files.writeString(from.resolve("train.csv"), table());
    }

    /** Two classes that touch. */
    static String table() {
        return IntStream.range(0, 120)
                .mapToObj(row -> String.format(
                        Locale.ROOT, "%.3f,%.3f,%s", Math.sin(row), Math.cos(row * 1.7), row % 3 == 0 ? "x" : "y"))
                .collect(Collectors.joining("\n", "a,b,label\n", "\n"));
    }

    @Test
    void imagesWithAllMeasurementsGiveTheTablesOfLocalWorkers() throws Exception {
        String[] arguments = {
            "run",
            "--scenario=cnn",
            "--inits=he_normal,lsuv,orthogonal",
            "--set=data.source=shapes,data.train=60,data.test=20,training.epochs=2,training.batchSize=20,repetitions=2,"
                    + "probes.every=1,keep.histograms=all"
        };
        Path spark = onSpark(from, "", arguments).resolve("cnn/1");
        Path local = locally(from, "", arguments).resolve("cnn/1");
        assertSameTables(spark, local);
        for (String file : List.of("manifest.json", "study.json")) {
            assertThat(spark.resolve(file)).hasSameTextualContentAs(local.resolve(file));
        }
        assertThat(Files.readAllLines(spark.resolve("timings.csv")))
                .as("executors 0 and 1 ran trials, and nobody else")
                .anyMatch(row -> row.contains(",1001,"))
                .anyMatch(row -> row.contains(",2001,"))
                .filteredOn(row -> !row.startsWith("scenario"))
                .allMatch(row -> row.contains(",1001,") || row.contains(",2001,"));
    }

    @Test
    void aNetworkFileAndATableOfOnesOwnAreRecommendedForAsLocally() throws Exception {
        String[] arguments = {
            "recommend",
            "--network=net.json",
            "--data=train.csv",
            "--label=label",
            "--epochs=2",
            "--inits=he_normal,orthogonal,lsuv",
            "--trials=54"
        };
        Path spark = onSpark(from, "", arguments).resolve("net/1");
        Path local = locally(from, "", arguments).resolve("net/1");
        for (String part : List.of("", "check", "tuning")) {
            assertSameTables(spark.resolve(part), local.resolve(part));
        }
        assertThat(spark.resolve("recommendation.json")).hasSameTextualContentAs(local.resolve("recommendation.json"));
    }

    @Test
    void aNetworkFileIsCheckedAsLocally() throws Exception {
        String[] arguments = {"check", "--network=net.json", "--inits=he_normal,zeros"};
        Path spark = folder.resolve("spark-check");
        Path local = folder.resolve("local-check");
        assertThat(succeed(cluster().submit(from, "", with(spark, arguments))).out())
                .contains("symmetric");
        succeed(Command.local(from, "", with(local, arguments)));
        assertSameTables(spark.resolve("net/1"), local.resolve("net/1"));
    }

    @Test
    void severalStudiesAreRunByOneCommandAndCompared() throws Exception {
        String[] arguments = {"run", "--scenario=separable,moons", "--quick", "--inits=he_normal,zeros"};
        Path spark = onSpark(from, "", arguments);
        Path local = locally(from, "", arguments);
        for (Path out : List.of(spark, local)) {
            String[] runs = {"compare", out + "/separable/1", out + "/moons/1", "--metric=train_accuracy"};
            succeed(
                    out.equals(spark)
                            ? cluster().submit(from, "", with(out, runs))
                            : Command.local(from, "", with(out, runs)));
        }
        for (String study : List.of("separable", "moons", "compare")) {
            assertSameTables(spark.resolve(study + "/1"), local.resolve(study + "/1"));
        }
    }

    @Test
    void whatIsRefusedIsRefusedBeforeTheClusterIsAsked() throws Exception {
        Ended refused = cluster()
                .submit(from, "", with(folder, "run", "--scenario=moon"))
                .end();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("there is no study named moon; did you mean moons?")
                .doesNotContain("Spark");
    }
}
