package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.config.Problems;
import org.initbench.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against shapes that are taken for others, and sentences that do not say what to write. */
class LayerFamilyTest {

    static List<LayerFamily> families() {
        return LayerFamily.ALL;
    }

    @ParameterizedTest
    @CsvSource({
        "dense:784:100, 784, 100",
        "conv:3x5:32:64:2, 480, 960",
        "conv1d:3:32:64, 96, 192",
        "conv3d:2x3x4:8:16, 192, 384",
        "deconv:3x3:32:64:3, 32, 576",
        "deconv3d:2x3x4:8:16:2, 24, 384",
        "depthwise:3x5:32:2, 15, 30",
        "separable:3x3:16:2:64:2, 9, 18",
        "lstm:96:64, 96, 64",
        "embedding:1000:64, 1000, 64",
        "attention:96:64:4, 96, 64",
        "capsules:20:8:10:16, 8, 160"
    })
    void sizesAreReadInTheOrderOfTheForm(String shape, double fanIn, double fanOut) {
        Problems problems = new Problems();
        LayerCase layer = LayerFamily.parse(shape, problems).get(0);
        Weights first = LayerCase.last(layer.network(1)).kind().weights().get(0);
        assertThat(problems.sentences()).isEmpty();
        assertThat(first.fanIn()).isEqualTo(fanIn);
        assertThat(first.fanOut()).isEqualTo(fanOut);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aStrideLeftOutIsOne(LayerFamily family) {
        if (family.form().endsWith("[:STRIDE]")) {
            String without = family.audited().substring(0, family.audited().lastIndexOf(':'));
            LayerCase implied = LayerFamily.parse(without, new Problems()).get(0);
            LayerCase explicit =
                    LayerFamily.parse(without + ":1", new Problems()).get(0);
            assertThat(implied.definition().readings())
                    .isEqualTo(explicit.definition().readings());
        }
    }

    /** Kernels of one position, strides that leave gaps, heads of one unit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv:1x1:50:50:5",
                "conv1d:1:50:50:7",
                "conv3d:1x1x1:50:50:3",
                "deconv:1x1:50:50:5",
                "deconv3d:1x1x1:50:50:3",
                "depthwise:1x7:300:1:3",
                "separable:1x1:250:1:10:4",
                "attention:50:48:48",
                "learnedattention:50:48:1:40",
                "recurrentattention:50:48:48",
                "attentionvertex:50:48:48",
                "local1d:1:25:20:9",
                "local2d:1x1:12:12:4",
                "primarycapsules:1x1:50:10:5:3",
                "capsules:1:1:50:50",
                "lstm:5:50",
                "embedding:1:2500",
                "vae:1:2000:1"
            })
    void unusualSizesAreAuditedAsAnyOthers(String shape) {
        LayerAudit audit = LayerAudit.of(LayerFamily.parse(shape, new Problems()));
        assertThat(audit.rows()).hasSizeGreaterThanOrEqualTo(6).allMatch(LayerRow::isConfirmed);
        assertThat(audit.rows()).filteredOn(row -> !row.isDl4j()).allMatch(row -> row.verdict() == Verdict.CONFORMS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cnv:3x3:32:64:2 | names no layer; did you mean conv?",
                "lstm | is not allowed; write lstm:IN:OUT with whole numbers from 1 to 999999, as lstm:96:64",
                "lstm:96:64:2 | is not allowed; write lstm:IN:OUT with",
                "lstm:96x64 | is not allowed; write lstm:IN:OUT with",
                "lstm:96: | is not allowed; write lstm:IN:OUT with",
                "lstm:+96:64 | is not allowed; write lstm:IN:OUT with",
                "dense:0:5 | is not allowed; write dense:IN:OUT with",
                "dense:5:1000000 | is not allowed; write dense:IN:OUT with",
                "conv:3:32:64 | is not allowed; write conv:HxW:IN:OUT[:STRIDE] with whole numbers from 1 to 999999, as conv:3x3:32:64:2",
                "conv:3x3x3:8:16 | is not allowed; write conv:HxW:IN:OUT[:STRIDE] with",
                "attention:96:30:4 | cannot divide OUT among the heads; give a multiple of HEADS as OUT",
                "dense:1:5 | has a parameter of fewer than 10 weights; give larger sizes",
                "dense:9999:9999 | has too many weights; give sizes with at most 10000000",
                "conv:999999x999999:999999:999999 | has too many weights; give sizes with at most 10000000"
            })
    void whatIsWrongIsOneSentence(String shape, String sentence) {
        Problems problems = new Problems();
        assertThat(LayerFamily.parse(shape, problems)).isEmpty();
        assertThat(problems.sentences()).singleElement().asString().startsWith("shape: " + shape + " " + sentence);
    }

    @Test
    void anUnknownLayerIsToldAllThatAreKnown() {
        Problems problems = new Problems();
        assertThat(LayerFamily.parse("transformer:3", problems)).isEmpty();
        assertThat(problems.sentences().get(0))
                .startsWith("shape: transformer:3 names no layer; known are attention, ");
    }
}
