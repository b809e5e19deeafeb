package org.initbench.networkfile;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** The layout of data in files of before layers had a choice: features and channels first. DL4J takes no word of it for the other. */
final class LayoutsOfOld {

    private LayoutsOfOld() {}

    static void complete(Layer layer) {
        if (layer instanceof BaseWrapperLayer wrapper) {
            complete(wrapper.getUnderlying());
        } else if (layer instanceof Bidirectional both) {
            complete(both.getFwd());
            complete(both.getBwd());
        } else if (layer instanceof BaseRecurrentLayer recurrent && recurrent.getRnnDataFormat() == null) {
            recurrent.setRnnDataFormat(RNNFormat.NCW);
        } else if (layer instanceof RnnOutputLayer output && output.getRnnDataFormat() == null) {
            output.setRnnDataFormat(RNNFormat.NCW);
        } else if (layer instanceof Convolution1DLayer line && line.getRnnDataFormat() == null) {
            line.setRnnDataFormat(RNNFormat.NCW);
        } else if (layer instanceof ConvolutionLayer picture && picture.getCnn2dDataFormat() == null) {
            picture.setCnn2dDataFormat(CNN2DFormat.NCHW);
        } else if (layer instanceof SubsamplingLayer pool && pool.getCnn2dDataFormat() == null) {
            pool.setCnn2dDataFormat(CNN2DFormat.NCHW);
        } else if (layer instanceof BatchNormalization normalization && normalization.getCnn2DFormat() == null) {
            normalization.setCnn2DFormat(CNN2DFormat.NCHW);
        }
    }
}
