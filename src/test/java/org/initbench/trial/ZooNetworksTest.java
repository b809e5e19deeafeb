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
import org.deeplearning4j.zoo.model.UNet;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
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

    static Stream<ZooModel<?>> networks() {
        return Stream.of(
                AlexNet.builder().numClasses(CLASSES).build(),
                LeNet.builder().numClasses(CLASSES).build(),
                SimpleCNN.builder().numClasses(CLASSES).build(),
                FaceNetNN4Small2.builder().numClasses(CLASSES).build(),
                InceptionResNetV1.builder().numClasses(CLASSES).build(),
                ResNet50.builder().numClasses(CLASSES).build(),
                SqueezeNet.builder().numClasses(CLASSES).build(),
                Darknet19.builder().numClasses(CLASSES).build(),
                UNet.builder().build());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isChecked(ZooModel<?> zoo) throws IOException {
        Path file = saved(zoo);
        Plan plan = Plans.check(
                new StudyRequest(null, null, file, false, Map.of("repetitions", "1"), "", "glorot_uniform"));
        TrialResult result = new TrialRunner(0).run(plan.trials().get(0));
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.iterations()).isEqualTo(CheckPlan.UPDATES);
    }

    private Path saved(ZooModel<?> zoo) throws IOException {
        Model model = zoo.init();
        String text = model instanceof MultiLayerNetwork stack
                ? stack.getLayerWiseConfigurations().toJson()
                : ((ComputationGraph) model).getConfiguration().toJson();
        return Files.writeString(folder.resolve(zoo.modelName() + ".json"), text);
    }
}
