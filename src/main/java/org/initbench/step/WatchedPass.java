package org.initbench.step;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.initbench.network.LayerWatcher;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer whose sums, activations and gradients are copied, channels before rows, for somebody who watches it. */
final class WatchedPass implements PicturePass {

    private interface Sight {
        void see(INDArray values);
    }

    private final Dnnl dnnl;
    private final PicturePass sums;
    private final PicturePass activation;
    private final LayerWatcher watcher;
    private final INDArray copy;
    private final memory inCopy;

    /** Watches a layer whose results have this shape, and a ReLU behind it where there is one. */
    WatchedPass(
            Dnnl dnnl, PicturePass sums, boolean isRelu, long[] shape, LayerWatcher watcher, List<Runnable> forward) {
        this.dnnl = dnnl;
        this.sums = sums;
        this.watcher = watcher;
        this.copy = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c').detach();
        this.inCopy = dnnl.view(Dnnl.plain(memory.format_tag.nchw, shape), copy);
        show(sums.result(), watcher::preactivation, forward);
        this.activation = isRelu ? new ReluPass(dnnl, sums.result(), forward) : sums;
        show(activation.result(), watcher::activation, forward);
    }

    private void show(memory values, Sight sight, List<Runnable> calls) {
        calls.add(dnnl.copy(values, inCopy));
        calls.add(() -> sight.see(copy));
    }

    @Override
    public memory result() {
        return activation.result();
    }

    @Override
    public @Nullable memory goBack(memory ofResult, List<Runnable> calls) {
        show(ofResult, watcher::activationGradient, calls);
        memory ofSums = activation.equals(sums) ? ofResult : activation.goBack(ofResult, calls);
        return ofSums == null ? null : sums.goBack(ofSums, calls);
    }
}
