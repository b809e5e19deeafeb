package org.initbench.networkfile;

import static org.initbench.networkfile.InputShape.OPEN;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.initbench.networkfile.InputShape.Kind;

/** What an input is, by the layer or preprocessor that takes it. */
final class FirstLayers {

    private FirstLayers() {}

    /** Empty where a layer does not say, as one without weights. */
    static Optional<InputShape> shape(Layer layer) {
        if (layer instanceof TimeDistributed steps && steps.getUnderlying() instanceof FeedForwardLayer inner) {
            return Optional.of(sequence(inner.getNIn(), steps.getRnnDataFormat()));
        }
        if (layer instanceof BaseWrapperLayer wrapper) {
            return shape(wrapper.getUnderlying());
        }
        if (layer instanceof Bidirectional both) {
            return shape(both.getFwd());
        }
        if (layer instanceof EmbeddingSequenceLayer words) {
            return Optional.of(new InputShape(Kind.IDS, words.getNIn(), List.of(OPEN), false));
        }
        if (layer instanceof EmbeddingLayer word) {
            return Optional.of(new InputShape(Kind.IDS, word.getNIn(), List.of(), false));
        }
        return spatial(layer).or(() -> stepwise(layer)).or(() -> plain(layer));
    }

    private static Optional<InputShape> spatial(Layer layer) {
        if (layer instanceof Convolution1DLayer line) {
            return Optional.of(sequence(line.getNIn(), line.getRnnDataFormat()));
        }
        if (layer instanceof Convolution3D volume) {
            return Optional.of(volume(volume.getNIn(), volume.getDataFormat()));
        }
        if (layer instanceof Deconvolution3D volume) {
            return Optional.of(volume(volume.getNIn(), volume.getDataFormat()));
        }
        if (layer instanceof ConvolutionLayer picture) {
            return Optional.of(picture(picture.getNIn(), OPEN, OPEN, picture.getCnn2dDataFormat()));
        }
        if (layer instanceof LocallyConnected2D picture) {
            int[] size = picture.getInputSize();
            return Optional.of(picture(picture.getNIn(), size[0], size[1], picture.getFormat()));
        }
        return Optional.empty();
    }

    private static Optional<InputShape> stepwise(Layer layer) {
        if (layer instanceof BaseRecurrentLayer recurrent) {
            return Optional.of(sequence(recurrent.getNIn(), recurrent.getRnnDataFormat()));
        }
        if (layer instanceof RnnOutputLayer output) {
            return Optional.of(sequence(output.getNIn(), output.getRnnDataFormat()));
        }
        if (layer instanceof SelfAttentionLayer attention) {
            return Optional.of(sequence(attention.getNIn(), RNNFormat.NCW));
        }
        if (layer instanceof LearnedSelfAttentionLayer attention) {
            return Optional.of(sequence(attention.getNIn(), RNNFormat.NCW));
        }
        if (layer instanceof RecurrentAttentionLayer attention) {
            return Optional.of(sequence(attention.getNIn(), RNNFormat.NCW));
        }
        if (layer instanceof LocallyConnected1D line) {
            return Optional.of(sequence(line.getNIn(), RNNFormat.NCW));
        }
        return Optional.empty();
    }

    private static Optional<InputShape> plain(Layer layer) {
        return layer instanceof FeedForwardLayer dense && dense.getNIn() > 0
                ? Optional.of(InputShape.features(dense.getNIn()))
                : Optional.empty();
    }

    /** Empty where a preprocessor does not say. */
    static Optional<InputShape> shape(InputPreProcessor before) {
        if (before instanceof FeedForwardToCnnPreProcessor rows) {
            return Optional.of(
                    InputShape.features(rows.getInputHeight() * rows.getInputWidth() * rows.getNumChannels()));
        }
        if (before instanceof CnnToFeedForwardPreProcessor pictures) {
            return Optional.of(picture(
                    pictures.getNumChannels(),
                    pictures.getInputHeight(),
                    pictures.getInputWidth(),
                    pictures.getFormat()));
        }
        if (before instanceof Cnn3DToFeedForwardPreProcessor volumes) {
            return Optional.of(new InputShape(
                    Kind.VOLUME,
                    volumes.getNumChannels(),
                    List.of(volumes.getInputDepth(), volumes.getInputHeight(), volumes.getInputWidth()),
                    !volumes.isNCDHW()));
        }
        if (before instanceof ComposableInputPreProcessor several && several.getInputPreProcessors().length > 0) {
            return shape(several.getInputPreProcessors()[0]);
        }
        return Optional.empty();
    }

    private static InputShape sequence(long size, RNNFormat format) {
        return new InputShape(Kind.SEQUENCE, size, List.of(OPEN), format == RNNFormat.NWC);
    }

    private static InputShape picture(long channels, long height, long width, CNN2DFormat format) {
        return new InputShape(Kind.PICTURE, channels, List.of(height, width), format == CNN2DFormat.NHWC);
    }

    private static InputShape volume(long channels, Convolution3D.DataFormat format) {
        return new InputShape(
                Kind.VOLUME, channels, List.of(OPEN, OPEN, OPEN), format == Convolution3D.DataFormat.NDHWC);
    }
}
