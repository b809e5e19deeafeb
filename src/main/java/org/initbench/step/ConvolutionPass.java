package org.initbench.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.Pointer;
import org.initbench.step.PictureLayer.Convolution;
import org.jspecify.annotations.Nullable;

/** Both ways through a convolution, and a ReLU behind it, for minibatches of one size. */
final class ConvolutionPass implements PicturePass {

    /** Which ways a ReLU goes with the convolution; it may be left to others to let no gradient through where it is 0. */
    enum Relus {
        NONE,
        FORWARD,
        BOTH
    }

    private final Dnnl dnnl;
    private final Convolution layer;
    private final Relus relus;
    private final boolean isLowest;
    private final long[] from;
    private final long[] to;
    private final long[] shape;
    private final long[] stride;
    private final long[][] paddings;
    private final memory.desc biases;
    private final memory weights;
    private final convolution_forward.primitive_desc plan;
    private final memory given;
    private final memory source;
    private final memory result;

    /**
     * Goes forward by these calls.
     *
     * @param relus whether a ReLU goes with it
     * @param from shape of what it is given, and of what comes of it
     * @param isLowest whether nothing asks for the gradient of what it is given
     */
    ConvolutionPass(
            Dnnl dnnl,
            Convolution layer,
            Relus relus,
            memory given,
            long[] from,
            long[] to,
            boolean isLowest,
            List<Runnable> forward) {
        this.dnnl = dnnl;
        this.layer = layer;
        this.relus = relus;
        this.isLowest = isLowest;
        this.from = from;
        this.to = to;
        this.given = given;
        this.shape = layer.weights().shape();
        this.stride = layer.windows().stride().array();
        this.paddings = layer.windows().paddings(from[2], from[3]);
        this.biases = Dnnl.plain(memory.format_tag.x, shape[0]);
        this.weights = dnnl.view(Dnnl.plain(memory.format_tag.oihw, shape), layer.weights());
        this.plan = plan();
        this.source = dnnl.as(plan.src_desc(), given, forward);
        this.result = dnnl.memory(plan.dst_desc());
        forward.add(dnnl.call(
                new convolution_forward(plan),
                DNNL_ARG_SRC,
                source,
                DNNL_ARG_WEIGHTS,
                dnnl.as(plan.weights_desc(), weights, forward),
                DNNL_ARG_BIAS,
                layer.bias().map(values -> dnnl.view(biases, values)).orElseGet(this::zeros),
                DNNL_ARG_DST,
                result));
    }

    private convolution_forward.primitive_desc plan() {
        post_ops after = new post_ops();
        if (relus != Relus.NONE) {
            after.append_eltwise(1, algorithm.eltwise_relu, 0, 0);
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        return new convolution_forward.primitive_desc(
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
    }

    private memory zeros() {
        memory zeros = dnnl.memory(biases);
        Pointer.memset(zeros.get_data_handle(), 0, biases.get_size());
        return zeros;
    }

    @Override
    public memory result() {
        return result;
    }

    @Override
    public @Nullable memory goBack(memory ofResult, List<Runnable> calls) {
        memory ofSums = relus == Relus.BOTH ? ReluPass.goBack(dnnl, result, ofResult, calls) : ofResult;
        addWeights(ofSums, calls);
        return isLowest ? null : ofGiven(ofSums, calls);
    }

    private void addWeights(memory ofResult, List<Runnable> calls) {
        convolution_backward_weights.primitive_desc back = new convolution_backward_weights.primitive_desc(
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
        memory ofWeights = dnnl.memory(back.diff_weights_desc());
        memory ofBias = layer.bias().isPresent() ? dnnl.view(biases, layer.ofBias()) : dnnl.memory(biases);
        calls.add(dnnl.call(
                new convolution_backward_weights(back),
                DNNL_ARG_SRC,
                dnnl.as(back.src_desc(), source, calls),
                DNNL_ARG_DIFF_DST,
                dnnl.as(back.diff_dst_desc(), ofResult, calls),
                DNNL_ARG_DIFF_WEIGHTS,
                ofWeights,
                DNNL_ARG_DIFF_BIAS,
                ofBias));
        calls.add(dnnl.copy(ofWeights, dnnl.view(Dnnl.plain(memory.format_tag.oihw, shape), layer.ofWeights())));
    }

    private memory ofGiven(memory ofResult, List<Runnable> calls) {
        convolution_backward_data.primitive_desc back = new convolution_backward_data.primitive_desc(
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
        memory lower = dnnl.memory(back.diff_src_desc());
        calls.add(dnnl.call(
                new convolution_backward_data(back),
                DNNL_ARG_WEIGHTS,
                dnnl.as(back.weights_desc(), weights, calls),
                DNNL_ARG_DIFF_DST,
                dnnl.as(back.diff_dst_desc(), ofResult, calls),
                DNNL_ARG_DIFF_SRC,
                lower));
        return dnnl.as(given.get_desc(), lower, calls);
    }
}
