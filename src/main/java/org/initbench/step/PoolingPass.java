package org.initbench.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.initbench.step.PictureLayer.Pooling;

/** Both ways through a pooling, for minibatches of one size. */
final class PoolingPass implements PicturePass {

    private final Dnnl dnnl;
    private final Pooling layer;
    private final long[] kernel;
    private final long[] stride;
    private final long[][] paddings;
    private final pooling_forward.primitive_desc plan;
    private final memory given;
    private final memory result;

    /** Where maxima were, which the way back asks for; of means, the result, which it does not look at. */
    private final memory places;

    private final int roleOfPlaces;

    /**
     * Goes forward by these calls.
     *
     * @param from shape of what it is given, and of what comes of it
     */
    PoolingPass(Dnnl dnnl, Pooling layer, memory given, long[] from, long[] to, List<Runnable> forward) {
        this.dnnl = dnnl;
        this.layer = layer;
        this.given = given;
        this.kernel = layer.windows().kernel().array();
        this.stride = layer.windows().stride().array();
        this.paddings = layer.windows().paddings(from[2], from[3]);
        this.plan = new pooling_forward.primitive_desc(
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
        this.result = dnnl.memory(plan.dst_desc());
        boolean isMaximum = layer.kind() == algorithm.pooling_max;
        this.places = isMaximum ? dnnl.memory(plan.workspace_desc()) : result;
        this.roleOfPlaces = isMaximum ? DNNL_ARG_WORKSPACE : DNNL_ARG_DST;
        forward.add(
                dnnl.call(new pooling_forward(plan), DNNL_ARG_SRC, given, DNNL_ARG_DST, result, roleOfPlaces, places));
    }

    @Override
    public memory result() {
        return result;
    }

    @Override
    public memory goBack(memory ofResult, List<Runnable> calls) {
        memory through = layer.cuts() ? ReluPass.goBack(dnnl, result, ofResult, calls) : ofResult;
        memory lower = dnnl.memory(given.get_desc());
        pooling_backward.primitive_desc back = new pooling_backward.primitive_desc(
                new pooling_backward.desc(
                        layer.kind(), given.get_desc(), result.get_desc(), stride, kernel, paddings[0], paddings[1]),
                dnnl.processor(),
                plan);
        calls.add(dnnl.call(
                new pooling_backward(back),
                DNNL_ARG_DIFF_DST,
                through,
                DNNL_ARG_DIFF_SRC,
                lower,
                roleOfPlaces,
                places));
        return lower;
    }
}
