package org.initbench.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.step.Dnnl.Call;
import org.initbench.step.PictureLayer.Convolution;
import org.initbench.step.PictureLayer.Pooling;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both passes of {@link Pictures} for minibatches of one size: primitives of oneDNN, made once. */
final class PicturePasses {

    private static final algorithm RELU = algorithm.eltwise_relu_use_dst_for_bwd;

    private final Dnnl dnnl;
    private final boolean isFirst;
    private final long examples;
    private final List<Call> forward = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();
    private final memory pictures;
    private final memory gradient;
    private final Signal output;
    private final @Nullable Signal below;

    /** What went in last, whose memory the way back reads too. */
    private @Nullable INDArray source;

    /** From the last layer to the first, what goes back through it. */
    private final List<WayBack> waysBack = new ArrayList<>();

    /** Adds what goes back through a layer. */
    private interface WayBack {

        /**
         * Takes the gradient of the layer's output.
         *
         * @return the gradient of its input; null where nothing asks for it
         */
        @Nullable
        memory from(memory ofOutput);
    }

    PicturePasses(Dnnl dnnl, List<PictureLayer> layers, long[] shape, boolean isFirst) {
        this.dnnl = dnnl;
        this.isFirst = isFirst;
        this.examples = shape[0];
        this.pictures = dnnl.memory(Dnnl.plain(memory.format_tag.nchw, shape));
        memory signal = pictures;
        long[] sizes = shape;
        for (PictureLayer layer : layers) {
            long[] outputs = layer.windows().outputs(sizes[2], sizes[3]);
            if (layer instanceof Convolution convolution) {
                long[] next = {examples, convolution.weights().size(0), outputs[0], outputs[1]};
                signal = convolve(convolution, signal, sizes, next);
                sizes = next;
            } else {
                long[] next = {examples, sizes[1], outputs[0], outputs[1]};
                signal = pool((Pooling) layer, signal, sizes, next);
                sizes = next;
            }
        }
        long units = sizes[1] * sizes[2] * sizes[3];
        this.output = Signal.ofSequences(DataType.FLOAT, 1, (int) examples, units);
        forward.add(dnnl.copy(signal, dnnl.view(Dnnl.plain(memory.format_tag.nchw, sizes), pointer(output.array()))));
        // The next layer's gradients lie by columns.
        long[] strides = {1, sizes[2] * sizes[3] * examples, sizes[3] * examples, examples};
        this.gradient = dnnl.memory(new memory.desc(sizes, memory.data_type.f32, strides));
        memory back = dnnl.memory(signal.get_desc());
        backward.add(dnnl.copy(gradient, back));
        this.below = goBack(back, shape);
    }

    private @Nullable Signal goBack(memory ofOutput, long[] shape) {
        memory back = ofOutput;
        for (int i = waysBack.size() - 1; i >= 0 && back != null; i--) {
            back = waysBack.get(i).from(back);
        }
        if (back == null) {
            return null;
        }
        INDArray array = Nd4j.create(DataType.FLOAT, shape, 'c').detach();
        backward.add(dnnl.copy(back, dnnl.view(Dnnl.plain(memory.format_tag.nchw, shape), pointer(array))));
        return Signal.ofExamples(array);
    }

    /** The same numbers in this layout. */
    private memory as(memory.desc layout, memory given, List<Call> calls) {
        if (given.get_desc().equals(layout)) {
            return given;
        }
        memory other = dnnl.memory(layout);
        calls.add(dnnl.copy(given, other));
        return other;
    }

    private memory convolve(Convolution layer, memory given, long[] from, long[] to) {
        long[] stride = layer.windows().stride().array();
        long[][] paddings = layer.windows().paddings(from[2], from[3]);
        long[] shape = layer.weights().shape();
        memory.desc biases = Dnnl.plain(memory.format_tag.x, shape[0]);
        memory weights = dnnl.view(Dnnl.plain(memory.format_tag.oihw, shape), pointer(layer.weights()));
        memory bias =
                layer.bias().map(values -> dnnl.view(biases, pointer(values))).orElseGet(() -> zeros(biases));
        post_ops after = new post_ops();
        if (layer.isRelu()) {
            after.append_eltwise(1, algorithm.eltwise_relu, 0, 0);
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        convolution_forward.primitive_desc plan = new convolution_forward.primitive_desc(
                new convolution_forward.desc(
                        prop_kind.forward_training,
                        algorithm.convolution_direct,
                        Dnnl.any(from),
                        Dnnl.any(shape),
                        biases,
                        Dnnl.any(to),
                        stride,
                        paddings[0],
                        paddings[1]),
                attributes,
                dnnl.processor());
        memory source = as(plan.src_desc(), given, forward);
        memory result = dnnl.memory(plan.dst_desc());
        forward.add(dnnl.call(
                new convolution_forward(plan),
                DNNL_ARG_SRC,
                source,
                DNNL_ARG_WEIGHTS,
                as(plan.weights_desc(), weights, forward),
                DNNL_ARG_BIAS,
                bias,
                DNNL_ARG_DST,
                result));
        boolean isLowest = isFirst && waysBack.isEmpty();
        waysBack.add(ofOutput -> {
            if (layer.isRelu()) {
                addRelu(result, ofOutput);
            }
            convolution_backward_weights.primitive_desc ofWeights = new convolution_backward_weights.primitive_desc(
                    new convolution_backward_weights.desc(
                            algorithm.convolution_direct,
                            Dnnl.any(from),
                            Dnnl.any(shape),
                            biases,
                            Dnnl.any(to),
                            stride,
                            paddings[0],
                            paddings[1]),
                    dnnl.processor(),
                    plan);
            memory gradients = dnnl.memory(ofWeights.diff_weights_desc());
            memory ofBias = layer.bias().isPresent() ? dnnl.view(biases, pointer(layer.ofBias())) : dnnl.memory(biases);
            backward.add(dnnl.call(
                    new convolution_backward_weights(ofWeights),
                    DNNL_ARG_SRC,
                    as(ofWeights.src_desc(), source, backward),
                    DNNL_ARG_DIFF_DST,
                    as(ofWeights.diff_dst_desc(), ofOutput, backward),
                    DNNL_ARG_DIFF_WEIGHTS,
                    gradients,
                    DNNL_ARG_DIFF_BIAS,
                    ofBias));
            backward.add(dnnl.copy(
                    gradients, dnnl.view(Dnnl.plain(memory.format_tag.oihw, shape), pointer(layer.ofWeights()))));
            if (isLowest) {
                return null;
            }
            convolution_backward_data.primitive_desc ofSource = new convolution_backward_data.primitive_desc(
                    new convolution_backward_data.desc(
                            algorithm.convolution_direct,
                            Dnnl.any(from),
                            Dnnl.any(shape),
                            Dnnl.any(to),
                            stride,
                            paddings[0],
                            paddings[1]),
                    dnnl.processor(),
                    plan);
            memory lower = dnnl.memory(ofSource.diff_src_desc());
            backward.add(dnnl.call(
                    new convolution_backward_data(ofSource),
                    DNNL_ARG_WEIGHTS,
                    as(ofSource.weights_desc(), weights, backward),
                    DNNL_ARG_DIFF_DST,
                    as(ofSource.diff_dst_desc(), ofOutput, backward),
                    DNNL_ARG_DIFF_SRC,
                    lower));
            return as(given.get_desc(), lower, backward);
        });
        return result;
    }

    /** Where the result is 0, nothing goes back. */
    private void addRelu(memory result, memory ofOutput) {
        memory.desc layout = result.get_desc();
        eltwise_forward.primitive_desc there = new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_training, RELU, layout, 0, 0), dnnl.processor());
        backward.add(dnnl.call(
                new eltwise_backward(new eltwise_backward.primitive_desc(
                        new eltwise_backward.desc(RELU, layout, layout, 0, 0), dnnl.processor(), there)),
                DNNL_ARG_DST,
                result,
                DNNL_ARG_DIFF_DST,
                ofOutput,
                DNNL_ARG_DIFF_SRC,
                ofOutput));
    }

    private memory pool(Pooling layer, memory given, long[] from, long[] to) {
        long[] kernel = layer.windows().kernel().array();
        long[] stride = layer.windows().stride().array();
        long[][] paddings = layer.windows().paddings(from[2], from[3]);
        boolean isMaximum = layer.kind() == algorithm.pooling_max;
        pooling_forward.primitive_desc plan = new pooling_forward.primitive_desc(
                new pooling_forward.desc(
                        prop_kind.forward_training,
                        layer.kind(),
                        given.get_desc(),
                        Dnnl.any(to),
                        stride,
                        kernel,
                        paddings[0],
                        paddings[1]),
                dnnl.processor());
        memory result = dnnl.memory(plan.dst_desc());
        memory places = isMaximum ? dnnl.memory(plan.workspace_desc()) : result;
        int role = isMaximum ? DNNL_ARG_WORKSPACE : DNNL_ARG_DST;
        forward.add(dnnl.call(new pooling_forward(plan), DNNL_ARG_SRC, given, DNNL_ARG_DST, result, role, places));
        waysBack.add(ofOutput -> {
            memory lower = dnnl.memory(given.get_desc());
            pooling_backward.primitive_desc back = new pooling_backward.primitive_desc(
                    new pooling_backward.desc(
                            layer.kind(),
                            given.get_desc(),
                            result.get_desc(),
                            stride,
                            kernel,
                            paddings[0],
                            paddings[1]),
                    dnnl.processor(),
                    plan);
            backward.add(dnnl.call(
                    new pooling_backward(back), DNNL_ARG_DIFF_DST, ofOutput, DNNL_ARG_DIFF_SRC, lower, role, places));
            return lower;
        });
        return result;
    }

    private memory zeros(memory.desc layout) {
        memory zeros = dnnl.memory(layout);
        Pointer.memset(zeros.get_data_handle(), 0, layout.get_size());
        return zeros;
    }

    private static Pointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /**
     * Goes forward.
     *
     * @param given (examples, channels, height, width), without gaps
     * @return one row for each example
     */
    Signal forward(INDArray given) {
        source = given;
        pictures.set_data_handle(pointer(given));
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
            gradient.set_data_handle(pointer(ofOutput));
            backward.forEach(Call::run);
            return below;
        } finally {
            Reference.reachabilityFence(ofOutput);
            Reference.reachabilityFence(source);
        }
    }
}
