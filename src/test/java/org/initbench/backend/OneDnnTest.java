package org.initbench.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards against oneDNN being on the class path and never called, and against needing it. */
class OneDnnTest {

    private static final double FLOAT_TOLERANCE = 1e-5;

    @Test
    void aFloatConvolutionGoesThroughOneDnnForwardAndBackward() throws Exception {
        assumeTrue(OneDnn.isAvailable(), "this host has no build of ND4J with oneDNN");
        String output = Children.output(ConvolutionMain.class, jar -> true, Map.of("DNNL_VERBOSE", "1"));
        assertThat(output).contains("helper=MKLDNNConvHelper");
        assertThat(output).containsPattern("dnnl_verbose,exec,cpu,convolution,.*forward");
        assertThat(output).containsPattern("dnnl_verbose,exec,cpu,convolution,.*backward_weights");
    }

    @Test
    void everythingWorksWithoutTheOneDnnBuild() throws Exception {
        String plain =
                Children.output(ConvolutionMain.class, jar -> !jar.contains("-onednn"), Map.of("DNNL_VERBOSE", "1"));
        assertThat(plain).contains("helper=none").doesNotContain("dnnl_verbose").doesNotContain("onednn");
        String usual = Children.output(ConvolutionMain.class, jar -> true, Map.of());
        assertThat(loss(plain)).isCloseTo(loss(usual), within(FLOAT_TOLERANCE)).isNotNaN();
    }

    @Test
    void oneDnnCanBeTurnedOff() throws Exception {
        String output =
                Children.output(ConvolutionMain.class, jar -> true, Map.of(), "-D" + OneDnn.PROPERTY + "=false");
        assertThat(output).contains("helper=none");
        assertThat(loss(output)).isNotNaN();
    }

    private static double loss(String output) {
        return output.lines()
                .filter(line -> line.startsWith("loss="))
                .mapToDouble(line -> Double.parseDouble(line.substring("loss=".length())))
                .findFirst()
                .orElseThrow();
    }
}
