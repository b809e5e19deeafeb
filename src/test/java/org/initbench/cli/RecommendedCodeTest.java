package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.api.Initializers;
import org.initbench.process.ChildJvm;
import org.initbench.testing.Compiled;
import org.initbench.testing.SmallNetwork;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents code that does not compile, or draws other weights than those that were recommended. */
class RecommendedCodeTest {

    /** Of four comparisons one fails by chance with a probability below 1e-5. */
    private static final double FALSE_ALARM = 1e-6;

    @TempDir
    private Path out;

    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "lsuv"})
    void whatIsToBeWrittenDrawsWhatIsRecommended(String init) throws Exception {
        Path network = SmallNetwork.network(out);
        INDArray features = Nd4j.randn(7L, new long[] {200, 4});
        MultiLayerNetwork theirs = written(code(network, init), Files.readString(network), features);
        MultiLayerNetwork ours = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(Files.readString(network)));
        ours.init();
        Initializers.of(init).seed(3).batch(features).apply(ours);
        for (String name : List.of("0_W", "1_W")) {
            assertThat(KolmogorovSmirnovTest.withDefaults()
                            .test(
                                    ours.getParam(name).dup('c').data().asDouble(),
                                    theirs.getParam(name).dup('c').data().asDouble())
                            .getPValue())
                    .as(name)
                    .isGreaterThan(FALSE_ALARM);
        }
    }

    /** It alone is let in, so that it is recommended. */
    private String code(Path network, String init) throws Exception {
        Invocation recommend = Invocation.of(
                "recommend",
                "--network=" + network,
                "--data=" + SmallNetwork.table(out),
                "--label=kind",
                "--inits=zeros," + init,
                "--trials=6",
                "--out=" + out,
                "--run=one",
                "--workers=0");
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        assertThat(recommend.out()).contains("Use " + init + ": of 2 initializers it alone can be expected to learn");
        return new ObjectMapper()
                .readTree(out.resolve("net/one/recommendation.json").toFile())
                .path("code")
                .asText();
    }

    private MultiLayerNetwork written(String code, String configuration, INDArray features) throws Exception {
        boolean isConstant = code.startsWith("WeightInit.");
        String source =
                """
                import org.deeplearning4j.nn.conf.*;
                import org.deeplearning4j.nn.conf.layers.*;
                import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
                import org.deeplearning4j.nn.weights.WeightInit;
                import org.initbench.api.Initializers;
                import org.nd4j.linalg.api.ndarray.INDArray;
                public class Written {
                  public static MultiLayerNetwork network(String json, INDArray features) throws Exception {
                    MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(json);
                    %s
                    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
                    network.init();
                    %s
                    return network;
                  }
                }
                """
                        .formatted(
                                isConstant
                                        ? "for (NeuralNetConfiguration layer : configuration.getConfs())"
                                                + " ((BaseLayer) layer.getLayer()).setWeightInitFn(" + code
                                                + ".getWeightInitFunction());"
                                        : "",
                                isConstant ? "" : code + ";");
        Path file = Files.writeString(out.resolve("Written.java"), source);
        Compiled.into(out, file, ChildJvm.classPath());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
            return (MultiLayerNetwork) loader.loadClass("Written")
                    .getMethod("network", String.class, INDArray.class)
                    .invoke(null, configuration, features);
        }
    }
}
