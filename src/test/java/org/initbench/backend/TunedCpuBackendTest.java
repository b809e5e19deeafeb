package org.initbench.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Guards against settings that come too late, when the backend has loaded without them. */
class TunedCpuBackendTest {

    @Test
    void nd4jLoadsTheTunedBackendByItself() {
        assertThat(Nd4j.getBackend()).isInstanceOf(TunedCpuBackend.class);
        assertThat(new TunedCpuBackend().getPriority()).isGreaterThan(Nd4jBackend.BACKEND_PRIORITY_CPU);
    }

    @Test
    void everythingRunsOnOneThread() {
        OpExecutioner executioner = Nd4j.getExecutioner();
        assertThat(executioner.getEnvironmentInformation())
                .containsEntry("blas.threads", 1)
                .containsEntry("omp.threads", 1);
        assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(1);
    }

    @Test
    void javaCppDoesNotReadTheMemoryUseAtEachAllocation() {
        Nd4j.getExecutioner();
        assertThat(Pointer.maxPhysicalBytes()).isZero();
    }

    /** DL4J calls this where memory runs out while it trains; the libraries that would describe the machine are left out. */
    @Test
    void nothingIsWrittenToTheWorkingDirectoryWhereMemoryRunsOut() {
        Nd4j.getExecutioner();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder().nIn(1).nOut(2).build())
                .build());
        network.init();
        CrashReportingUtil.writeMemoryCrashDump(network, new OutOfMemoryError("as DL4J does"));
        assertThat(Path.of("").toAbsolutePath().toFile().list())
                .noneMatch(name -> name.startsWith("dl4j-memory-crash-dump"));
    }

    @Test
    void startUpIsQuiet() throws Exception {
        String output = Children.output(ConvolutionMain.class, jar -> true, Map.of());
        assertThat(output.lines()).allMatch(line -> line.matches("(build|helper|loss)=.*"));
    }
}
