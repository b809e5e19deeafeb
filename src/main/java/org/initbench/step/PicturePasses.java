package org.initbench.step;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.initbench.step.Dnnl.Call;
import org.initbench.step.PictureLayer.Convolution;
import org.initbench.step.PictureLayer.Pooling;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both passes of {@link Pictures} for minibatches of one size: primitives of oneDNN, made once. */
final class PicturePasses {

    private final Dnnl dnnl;
    private final List<Call> forward = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();
    private final memory pictures;
    private final memory gradient;
    private final Signal output;
    private final @Nullable Signal below;

    /** What went in last, whose memory the way back reads too. */
    private @Nullable INDArray source;

    PicturePasses(Dnnl dnnl, List<PictureLayer> layers, long[] shape, boolean isFirst) {
        this.dnnl = dnnl;
        long examples = shape[0];
        this.pictures = dnnl.memory(Dnnl.plain(memory.format_tag.nchw, shape));
        List<PicturePass> passes = new ArrayList<>();
        memory signal = pictures;
        long[] sizes = shape;
        for (PictureLayer layer : layers) {
            PicturePass pass;
            long[] outputs = layer.windows().outputs(sizes[2], sizes[3]);
            if (layer instanceof Convolution convolution) {
                long[] next = {examples, convolution.weights().size(0), outputs[0], outputs[1]};
                boolean isLowest = isFirst && passes.isEmpty();
                pass = new ConvolutionPass(dnnl, convolution, signal, sizes, next, isLowest, forward);
                sizes = next;
            } else {
                long[] next = {examples, sizes[1], outputs[0], outputs[1]};
                pass = new PoolingPass(dnnl, (Pooling) layer, signal, sizes, next, forward);
                sizes = next;
            }
            passes.add(pass);
            signal = pass.result();
        }
        long units = sizes[1] * sizes[2] * sizes[3];
        this.output = Signal.ofSequences(DataType.FLOAT, 1, (int) examples, units);
        forward.add(dnnl.copy(signal, dnnl.view(Dnnl.plain(memory.format_tag.nchw, sizes), output.array())));
        // The next layer's gradients lie by columns.
        long[] strides = {1, sizes[2] * sizes[3] * examples, sizes[3] * examples, examples};
        this.gradient = dnnl.memory(new memory.desc(sizes, memory.data_type.f32, strides));
        memory back = dnnl.memory(signal.get_desc());
        backward.add(dnnl.copy(gradient, back));
        this.below = goBack(passes, back, shape);
    }

    private @Nullable Signal goBack(List<PicturePass> passes, memory ofOutput, long[] shape) {
        memory back = ofOutput;
        for (int i = passes.size() - 1; i >= 0 && back != null; i--) {
            back = passes.get(i).goBack(back, backward);
        }
        if (back == null) {
            return null;
        }
        INDArray array = Nd4j.create(DataType.FLOAT, shape, 'c').detach();
        backward.add(dnnl.copy(back, dnnl.view(Dnnl.plain(memory.format_tag.nchw, shape), array)));
        return Signal.ofExamples(array);
    }

    /**
     * Goes forward.
     *
     * @param given (examples, channels, height, width), without gaps
     * @return one row for each example
     */
    Signal forward(INDArray given) {
        source = given;
        pictures.set_data_handle(Dnnl.pointer(given));
        forward.forEach(Call::run);
        return output;
    }

    /**
     * Goes back.
     *
     * @param ofOutput gradient of what {@link #forward} gave, by columns
     */
    @Nullable
    Signal backward(INDArray ofOutput) {
        try {
            gradient.set_data_handle(Dnnl.pointer(ofOutput));
            backward.forEach(Call::run);
            return below;
        } finally {
            Reference.reachabilityFence(ofOutput);
            Reference.reachabilityFence(source);
        }
    }
}
