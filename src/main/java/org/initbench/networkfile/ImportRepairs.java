package org.initbench.networkfile;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.preprocessors.KerasFlattenRnnPreprocessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.initbench.networkfile.Configured.Stacked;

/** What DL4J's importer makes of Keras' layers that runs forward and not backward, set right with layers of DL4J's. */
final class ImportRepairs {

    private final Configured network;
    private final Walk walk;

    private ImportRepairs(Configured network, Walk walk) {
        this.network = network;
        this.walk = walk;
    }

    /** Changes the configuration in place. */
    static void apply(Configured network, Walk walk) {
        ImportRepairs repairs = new ImportRepairs(network, walk);
        List<Part> parts = network.parts();
        for (int i = 0; i < parts.size(); i++) {
            repairs.setAxes(parts.get(i));
            repairs.flatten(parts.get(i));
            if (i > 0 && parts.get(i).from().equals(List.of(parts.get(i - 1).name()))) {
                setFeaturesFirst(parts.get(i - 1), parts.get(i));
            }
        }
    }

    /** Normalizations after dense layers get the axes of pictures. */
    private void setAxes(Part part) {
        if (part.layer().orElse(null) instanceof BatchNormalization normalization
                && walk.types().get(part.from().get(0)) instanceof InputTypeFeedForward) {
            normalization.setCnn2DFormat(CNN2DFormat.NCHW);
        }
    }

    /** Flattened sequences with features last get their gradient back with features first. */
    private void flatten(Part part) {
        if (part.before() instanceof KerasFlattenRnnPreprocessor flat) {
            long steps = flat.getTsLength();
            long depth = flat.getDepth();
            ReshapePreprocessor reshape =
                    new ReshapePreprocessor(new long[] {steps, depth}, new long[] {steps * depth}, false);
            if (part.vertex() instanceof PreprocessorVertex vertex) {
                vertex.setPreProcessor(reshape);
            } else if (network instanceof Stacked stack) {
                stack.configuration().getInputPreProcessors().put(Integer.valueOf(part.name()), reshape);
            }
        }
    }

    /** A simple recurrent layer gives an embedding before it its gradient with features first. */
    private static void setFeaturesFirst(Part before, Part part) {
        if (before.layer().orElse(null) instanceof EmbeddingSequenceLayer words
                && part.layer().orElse(null) instanceof LastTimeStep last
                && last.getUnderlying() instanceof SimpleRnn recurrent) {
            words.setOutputFormat(RNNFormat.NCW);
            recurrent.setRnnDataFormat(RNNFormat.NCW);
        }
    }
}
