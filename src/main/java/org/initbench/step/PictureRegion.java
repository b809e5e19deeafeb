package org.initbench.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/**
 * The layers and sums of pictures with which a network begins.
 *
 * @param nodes each given what others of them hand out
 * @param places among all of the network's
 * @param rows of which pictures are made first, where the network is given these
 * @param end the one of these places that others are given; {@link Node#INPUT} where it is not exactly one, or where it is not the last
 */
record PictureRegion(
        List<Node<PictureLayer>> nodes, Set<Integer> places, Optional<FeedForwardToCnnPreProcessor> rows, int end) {

    /** Whether there is one way out of it. */
    boolean isWhole() {
        return end != Node.INPUT;
    }

    static PictureRegion of(List<Node<Vertex>> vertices) {
        Map<Integer, Integer> places = new HashMap<>(Map.of(Node.INPUT, Node.INPUT));
        Map<Integer, Extent> extents = new HashMap<>();
        List<Node<PictureLayer>> nodes = new ArrayList<>();
        int last = Node.INPUT;
        for (int i = 0; i < vertices.size(); i++) {
            Node<Vertex> vertex = vertices.get(i);
            Optional<PictureLayer> layer = layer(vertex, extents);
            if (layer.isPresent()) {
                extents.put(i, layer.get().extent(extent(vertex, extents)));
                places.put(i, nodes.size());
                nodes.add(new Node<>(
                        layer.get(), vertex.inputs().stream().map(places::get).toList()));
                last = i;
            }
        }
        places.remove(Node.INPUT);
        Optional<FeedForwardToCnnPreProcessor> rows = places.keySet().stream()
                .flatMap(place -> rows(vertices.get(place)).stream())
                .findFirst();
        return new PictureRegion(
                List.copyOf(nodes),
                places.keySet(),
                rows,
                ends(vertices, places.keySet()).equals(List.of(last)) ? last : Node.INPUT);
    }

    /** What makes pictures of the rows that the network is given. */
    private static Optional<FeedForwardToCnnPreProcessor> rows(Node<Vertex> vertex) {
        return vertex.what()
                .before()
                .filter(before -> vertex.isFirst() && before.getClass() == FeedForwardToCnnPreProcessor.class)
                .map(FeedForwardToCnnPreProcessor.class::cast);
    }

    private static Extent extent(Node<Vertex> vertex, Map<Integer, Extent> extents) {
        return extents.getOrDefault(vertex.inputs().get(0), Extent.OF_INPUT);
    }

    private static Optional<PictureLayer> layer(Node<Vertex> vertex, Map<Integer, Extent> extents) {
        if (vertex.what().before().isPresent() && rows(vertex).isEmpty()) {
            return Optional.empty();
        }
        boolean isInside = extents.keySet().containsAll(vertex.inputs());
        if (vertex.what().layer().isEmpty()) {
            long sizes = vertex.inputs().stream().map(extents::get).distinct().count();
            return isInside && sizes == 1 ? Optional.of(new PictureLayer.Passed()) : Optional.empty();
        }
        return vertex.what()
                .layer()
                .flatMap(PictureLayer::of)
                .filter(layer -> isInside || (vertex.isFirst() && layer.isOfPicturesAlone()));
    }

    /** Those inside that are given to what is outside, as often as they are. */
    private static List<Integer> ends(List<Node<Vertex>> vertices, Set<Integer> inside) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            if (!inside.contains(i)) {
                vertices.get(i).inputs().stream().filter(inside::contains).forEach(ends::add);
            }
        }
        return ends;
    }

    /**
     * How large pictures are, whatever the network is given.
     *
     * @param channels of each; -1 of what nobody has told yet
     * @param changes the windows that changed height or width, first to last
     */
    record Extent(long channels, List<Windows> changes) {

        static final Extent OF_INPUT = new Extent(-1, List.of());

        /** Behind windows. */
        Extent after(Windows windows, long channelsThen) {
            List<Windows> all = new ArrayList<>(changes);
            if (!windows.isOfSameSize()) {
                all.add(windows);
            }
            return new Extent(channelsThen, List.copyOf(all));
        }
    }
}
