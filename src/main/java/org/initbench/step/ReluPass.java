package org.initbench.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.List;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** Both ways through max(0, z). */
final class ReluPass implements PicturePass {

    private static final algorithm RELU = algorithm.eltwise_relu_use_dst_for_bwd;

    private final Dnnl dnnl;
    private final memory result;

    ReluPass(Dnnl dnnl, memory given, List<Runnable> forward) {
        this.dnnl = dnnl;
        this.result = dnnl.memory(given.get_desc());
        forward.add(dnnl.call(
                new eltwise_forward(there(dnnl, given.get_desc())), DNNL_ARG_SRC, given, DNNL_ARG_DST, result));
    }

    private static eltwise_forward.primitive_desc there(Dnnl dnnl, memory.desc layout) {
        return new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_training, RELU, layout, 0, 0), dnnl.processor());
    }

    @Override
    public memory result() {
        return result;
    }

    @Override
    public memory goBack(memory ofResult, List<Runnable> calls) {
        return goBack(dnnl, result, ofResult, calls);
    }

    /** Where the result is 0, nothing goes back. */
    static memory goBack(Dnnl dnnl, memory result, memory ofResult, List<Runnable> calls) {
        memory.desc layout = result.get_desc();
        memory below = dnnl.memory(layout);
        calls.add(dnnl.call(
                new eltwise_backward(new eltwise_backward.primitive_desc(
                        new eltwise_backward.desc(RELU, layout, layout, 0, 0), dnnl.processor(), there(dnnl, layout))),
                DNNL_ARG_DST,
                result,
                DNNL_ARG_DIFF_DST,
                ofResult,
                DNNL_ARG_DIFF_SRC,
                below));
        return below;
    }
}
