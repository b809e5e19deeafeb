package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.zoo.ZooModel;
import org.deeplearning4j.zoo.model.AlexNet;
import org.deeplearning4j.zoo.model.Darknet19;
import org.deeplearning4j.zoo.model.FaceNetNN4Small2;
import org.deeplearning4j.zoo.model.InceptionResNetV1;
import org.deeplearning4j.zoo.model.LeNet;
import org.deeplearning4j.zoo.model.ResNet50;
import org.deeplearning4j.zoo.model.SimpleCNN;
import org.deeplearning4j.zoo.model.SqueezeNet;
import org.deeplearning4j.zoo.model.TextGenerationLSTM;
import org.deeplearning4j.zoo.model.TinyYOLO;
import org.deeplearning4j.zoo.model.UNet;
import org.deeplearning4j.zoo.model.Xception;
import org.deeplearning4j.zoo.model.YOLO2;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents networks of DL4J's zoo from being refused, or from failing in their check. */
@Tag("slow")
class ZooNetworksTest {

    private static final int CLASSES = 10;

    @TempDir
    Path folder;

    /** Their configurations; VGG16 and VGG19 take more than 4 GB, NASNet's does not build. */
    static Stream<Named<String>> networks() {
        return Stream.of(
                initialized(AlexNet.builder().numClasses(CLASSES).build()),
                initialized(LeNet.builder().numClasses(CLASSES).build()),
                initialized(SimpleCNN.builder().numClasses(CLASSES).build()),
                initialized(FaceNetNN4Small2.builder().numClasses(CLASSES).build()),
                initialized(InceptionResNetV1.builder().numClasses(CLASSES).build()),
                initialized(ResNet50.builder().numClasses(CLASSES).build()),
                initialized(SqueezeNet.builder().numClasses(CLASSES).build()),
                initialized(Darknet19.builder().numClasses(CLASSES).build()),
                initialized(UNet.builder().build()),
                initialized(Xception.builder().numClasses(CLASSES).build()),
                initialized(TextGenerationLSTM.builder()
                        .totalUniqueCharacters(CLASSES)
                        .inputShape(new int[] {40, CLASSES})
                        .build()),
                // What DL4J saves of these once they are initialized, it cannot read again.
                Named.of(
                        "TinyYOLO",
                        TinyYOLO.builder().numClasses(CLASSES).build().conf().toJson()),
                Named.of(
                        "YOLO2",
                        YOLO2.builder().numClasses(CLASSES).build().conf().toJson()));
    }

    private static Named<String> initialized(ZooModel<?> zoo) {
        Model model = zoo.init();
        return Named.of(
                zoo.modelName(),
                model instanceof MultiLayerNetwork stack
                        ? stack.getLayerWiseConfigurations().toJson()
                        : ((ComputationGraph) model).getConfiguration().toJson());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isChecked(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("net.json"), configuration);
        Plan plan = Plans.check(
                new StudyRequest(null, null, file, false, Map.of("repetitions", "1"), "", "glorot_uniform"));
        TrialResult result = new TrialRunner(0).run(plan.trials().get(0));
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.iterations()).isEqualTo(CheckPlan.UPDATES);
    }
}
