package org.initbench.step;

import static org.bytedeco.openblas.global.openblas.cblas_sdot;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.initbench.network.ScalarLayer.Operation;
import org.initbench.step.PictureLayer.Scaled;

/** Both ways through a number that is added, or by which all are multiplied. */
final class ScaledPass implements PicturePass {

    private final Dnnl dnnl;
    private final Scaled layer;
    private final memory given;
    private final memory scalar;
    private final memory result;

    ScaledPass(Dnnl dnnl, Scaled layer, memory given, List<Runnable> forward) {
        this.dnnl = dnnl;
        this.layer = layer;
        this.given = given;
        this.scalar = dnnl.view(Dnnl.plain(memory.format_tag.abcd, 1, 1, 1, 1), layer.parameter());
        this.result = dnnl.memory(given.get_desc());
        forward.add(dnnl.binary(kind(), given, scalar, result));
    }

    private boolean isSum() {
        return layer.operation() == Operation.ADD;
    }

    private algorithm kind() {
        return isSum() ? algorithm.binary_add : algorithm.binary_mul;
    }

    @Override
    public memory result() {
        return result;
    }

    @Override
    public memory goBack(memory ofResult, List<Runnable> calls) {
        // What fills up the blocks of a layout is 0.
        int count = (int) (ofResult.get_desc().get_size() / Float.BYTES);
        FloatPointer gradients = new FloatPointer(ofResult.get_data_handle());
        FloatPointer ofScalar = new FloatPointer(Dnnl.pointer(layer.ofParameter()));
        FloatPointer factors = isSum() ? ones(count) : new FloatPointer(given.get_data_handle());
        calls.add(() -> ofScalar.put(0, cblas_sdot(count, gradients, 1, factors, 1)));
        if (isSum()) {
            return ofResult;
        }
        memory below = dnnl.memory(given.get_desc());
        calls.add(dnnl.binary(algorithm.binary_mul, ofResult, scalar, below));
        return below;
    }

    private static FloatPointer ones(int count) {
        FloatPointer ones = new FloatPointer(count);
        for (int i = 0; i < count; i++) {
            ones.put(i, 1);
        }
        return ones;
    }
}
