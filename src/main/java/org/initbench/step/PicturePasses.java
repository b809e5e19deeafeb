package org.initbench.step;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.initbench.network.LayerWatcher;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Both ways of {@link Pictures} for minibatches of one size: primitives of oneDNN, made once. */
final class PicturePasses {

    private final Dnnl dnnl;
    private final List<Node<PictureLayer>> layers;
    private final List<PicturePass> passes = new ArrayList<>();
    private final List<Runnable> forward = new ArrayList<>();
    private final List<Runnable> backward = new ArrayList<>();
    private final memory pictures;
    private final memory gradient;
    private final Signal output;

    /** What went in last, whose memory the way back reads too. */
    private @Nullable INDArray source;

    /**
     * The way forward.
     *
     * @param shape of what is given
     * @param watchers those of layers, by their keys
     */
    PicturePasses(
            Dnnl dnnl,
            List<Node<PictureLayer>> layers,
            long[] shape,
            Function<String, Optional<LayerWatcher>> watchers) {
        this.dnnl = dnnl;
        this.layers = layers;
        this.pictures = dnnl.memory(Dnnl.plain(memory.format_tag.nchw, shape));
        List<long[]> shapes = new ArrayList<>();
        for (Node<PictureLayer> layer : layers) {
            int first = layer.inputs().get(0);
            long[] given = first == Node.INPUT ? shape : shapes.get(first);
            List<memory> results = layer.inputs().stream()
                    .map(input ->
                            input == Node.INPUT ? pictures : passes.get(input).result())
                    .toList();
            memory sum = dnnl.sum(results, forward);
            Optional<LayerWatcher> watcher = layer.what().key().flatMap(watchers);
            passes.add(
                    watcher.isPresent()
                            ? layer.what().watched(watcher.get(), dnnl, sum, given, layer.isFirst(), forward)
                            : layer.what().pass(dnnl, sum, given, layer.isFirst(), forward));
            shapes.add(layer.what().shape(given));
        }
        memory last = passes.get(passes.size() - 1).result();
        long[] sizes = shapes.get(shapes.size() - 1);
        long examples = sizes[0];
        long units = sizes[1] * sizes[2] * sizes[3];
        this.output = Signal.ofSequences(DataType.FLOAT, 1, (int) examples, units);
        forward.add(dnnl.copy(last, dnnl.view(Dnnl.plain(memory.format_tag.nchw, sizes), output.array())));
        // The next layer's gradients lie by columns.
        long[] strides = {1, sizes[2] * sizes[3] * examples, sizes[3] * examples, examples};
        this.gradient = dnnl.memory(new memory.desc(sizes, memory.data_type.f32, strides));
    }

    /** Makes the way back, which those sizes do without that are evaluated alone. */
    private void goBack() {
        memory ofOutput = dnnl.memory(passes.get(passes.size() - 1).result().get_desc());
        backward.add(dnnl.copy(gradient, ofOutput));
        List<List<memory>> gradients = new ArrayList<>();
        passes.forEach(pass -> gradients.add(new ArrayList<>()));
        gradients.get(passes.size() - 1).add(ofOutput);
        for (int i = passes.size() - 1; i >= 0; i--) {
            memory ofResult = dnnl.sum(gradients.get(i), backward);
            memory below = passes.get(i).goBack(ofResult, backward);
            if (below != null) {
                layers.get(i).inputs().forEach(input -> gradients.get(input).add(below));
            }
        }
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
        forward.forEach(Runnable::run);
        return output;
    }

    /**
     * Goes back.
     *
     * @param ofOutput gradient of what {@link #forward} gave, by columns
     */
    void backward(INDArray ofOutput) {
        try {
            if (backward.isEmpty()) {
                goBack();
            }
            gradient.set_data_handle(Dnnl.pointer(ofOutput));
            backward.forEach(Runnable::run);
        } finally {
            Reference.reachabilityFence(ofOutput);
            Reference.reachabilityFence(source);
        }
    }
}
