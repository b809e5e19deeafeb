package org.initbench.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolutions and poolings that follow each other, from pictures (examples, channels, height, width) to rows of numbers, by oneDNN. In
 * between, signals stay in its layouts.
 */
final class Pictures implements Part {

    private final Dnnl dnnl;
    private final List<PictureLayer> layers;
    private final boolean isFirst;
    private final Map<Integer, PicturePasses> bySize = new HashMap<>();
    private @Nullable PicturePasses used;

    /**
     * So many layers.
     *
     * @param isFirst whether nothing asks for dL/dX
     */
    Pictures(Dnnl dnnl, List<PictureLayer> layers, boolean isFirst) {
        this.dnnl = dnnl;
        this.layers = layers;
        this.isFirst = isFirst;
    }

    @Override
    public Signal forward(Signal in) {
        INDArray pictures = in.array();
        PicturePasses passes = bySize.computeIfAbsent(
                in.examples(), size -> new PicturePasses(dnnl, layers, pictures.shape(), isFirst));
        used = passes;
        return passes.forward(pictures);
    }

    @Override
    public @Nullable Signal backward(Signal gradient) {
        return Objects.requireNonNull(used).backward(gradient.array());
    }
}
