package org.initbench.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.initbench.network.LayerWatcher;
import org.initbench.step.PictureLayer.Convolution;
import org.initbench.step.PictureLayer.Pooling;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The layers and sums with which a network of pictures (examples, channels, height, width) begins, whose last one gives rows of numbers, by
 * oneDNN. In between, signals stay in its layouts.
 */
final class Pictures implements Part {

    private final Dnnl dnnl;
    private final Optional<FeedForwardToCnnPreProcessor> rows;
    private final List<Node<PictureLayer>> layers;
    private final List<Node<PictureLayer>> fused;
    private final Map<Integer, PicturePasses> bySize = new HashMap<>();
    private Map<String, LayerWatcher> watchers = Map.of();
    private final Map<Integer, PicturePasses> watchedBySize = new HashMap<>();
    private @Nullable PicturePasses used;

    /** Shows a layer to whoever watches it at the time. */
    private final class Relay implements LayerWatcher {

        private final String key;

        Relay(String key) {
            this.key = key;
        }

        private LayerWatcher watcher() {
            return Objects.requireNonNull(watchers.get(key));
        }

        @Override
        public void preactivation(INDArray values) {
            watcher().preactivation(values);
        }

        @Override
        public void activation(INDArray values) {
            watcher().activation(values);
        }

        @Override
        public void activationGradient(INDArray values) {
            watcher().activationGradient(values);
        }
    }

    Pictures(Dnnl dnnl, PictureRegion region) {
        this.dnnl = dnnl;
        this.rows = region.rows();
        this.layers = region.nodes();
        this.fused = fused(layers);
    }

    /**
     * Where maxima alone are taken of what a ReLU puts out, gradients are cut behind them, of which there are fewer: the maximum is 0 where all
     * are.
     */
    private static List<Node<PictureLayer>> fused(List<Node<PictureLayer>> layers) {
        List<Node<PictureLayer>> fused = new ArrayList<>(layers);
        for (int i = 0; i < layers.size(); i++) {
            Node<PictureLayer> node = layers.get(i);
            int below = node.inputs().get(0);
            long readers = layers.stream()
                    .filter(other -> other.inputs().contains(below))
                    .count();
            if (below != Node.INPUT
                    && readers == 1
                    && node.what() instanceof Pooling pooling
                    && pooling.kind() == algorithm.pooling_max
                    && layers.get(below).what() instanceof Convolution convolution
                    && convolution.isRelu()) {
                fused.set(
                        below,
                        new Node<>(convolution.cutBehind(), layers.get(below).inputs()));
                fused.set(i, new Node<>(new Pooling(pooling.windows(), pooling.kind(), true), node.inputs()));
            }
        }
        return List.copyOf(fused);
    }

    /** Where each layer has its activation in itself. */
    @Override
    public boolean isWatchable() {
        return layers.stream().allMatch(node -> node.what().isOfPicturesAlone());
    }

    @Override
    public void watch(Map<String, LayerWatcher> seen) {
        watchers = seen;
    }

    @Override
    public Signal forward(Signal in) {
        INDArray pictures = pictures(in.array());
        PicturePasses passes = watchers.isEmpty()
                ? bySize.computeIfAbsent(
                        in.examples(),
                        size -> new PicturePasses(dnnl, fused, pictures.shape(), key -> Optional.empty()))
                : watchedBySize.computeIfAbsent(
                        in.examples(),
                        size -> new PicturePasses(dnnl, layers, pictures.shape(), key -> Optional.of(new Relay(key))));
        used = passes;
        return passes.forward(pictures);
    }

    private INDArray pictures(INDArray given) {
        return rows.filter(shape -> given.rank() == 2)
                .map(shape -> given.reshape(
                        'c', given.size(0), shape.getNumChannels(), shape.getInputHeight(), shape.getInputWidth()))
                .orElse(given);
    }

    @Override
    public @Nullable Signal backward(Signal gradient) {
        Objects.requireNonNull(used).backward(gradient.array());
        return null;
    }
}
