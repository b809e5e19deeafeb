package org.initbench.networkfile;

import static org.initbench.networkfile.InputShape.OPEN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.initbench.networkfile.InputShape.Kind;

/** What the inputs of a network are, as far as its file says so, by the parts that take them. */
final class Inputs {

    static final int OPEN_STEPS = 20;
    static final int OPEN_SIDE = 64;

    private static final long[] USUAL_SIDES = {OPEN_SIDE, 28, 32, 224, 299, 227, 96, 128, 256};
    private static final int LARGEST_SIDE = 320;

    private final Configured network;
    private final List<Part> parts;

    private Inputs(Configured network) {
        this.network = network;
        this.parts = network.parts();
    }

    /**
     * The shape of each input; lengths that nothing fixes stay open.
     *
     * @param stated by the file itself, axes as Keras has them; empty where it states none
     */
    static List<InputShape> of(Configured network, List<Optional<List<Long>>> stated) {
        Inputs inputs = new Inputs(network);
        List<InputShape> shapes = new ArrayList<>();
        for (int i = 0; i < network.inputs().size(); i++) {
            Optional<List<Long>> axes = i < stated.size() ? stated.get(i) : Optional.empty();
            String name = network.inputs().get(i);
            InputShape shape = inputs.taken(name)
                    .map(taken -> axes.map(given -> fill(taken, given)).orElse(taken))
                    .or(() -> axes.map(Inputs::byRank))
                    .orElseThrow(
                            () -> new Refusal(
                                    "what its input " + name
                                            + " looks like cannot be told, as the first layer with weights does not say; give that layer its nIn"));
            shapes.add(shape);
        }
        return inputs.fitted(shapes);
    }

    /** By the first part on the way from the input that says so. */
    private Optional<InputShape> taken(String input) {
        Set<String> reached = new HashSet<>(Set.of(input));
        for (Part part : parts) {
            if (part.from().stream().noneMatch(reached::contains)) {
                continue;
            }
            Optional<InputShape> shape = part.before() != null ? FirstLayers.shape(part.before()) : Optional.empty();
            shape = shape.or(() -> part.layer().flatMap(FirstLayers::shape));
            if (shape.isPresent()) {
                return shape;
            }
            reached.add(part.name());
        }
        return Optional.empty();
    }

    /** Puts the lengths that Keras states where DL4J has them. */
    private static InputShape fill(InputShape shape, List<Long> stated) {
        int axes = shape.axes().size();
        if (shape.kind() == Kind.IDS) {
            return axes == 1 && !stated.isEmpty() ? shape.withAxes(List.of(stated.get(0))) : shape;
        }
        if (stated.size() != axes + 1) {
            return byRank(stated);
        }
        boolean firstIsSize = stated.get(0) == shape.size() && stated.get(axes) != shape.size();
        return shape.withAxes(firstIsSize ? stated.subList(1, axes + 1) : stated.subList(0, axes));
    }

    private static InputShape byRank(List<Long> stated) {
        int axes = stated.size() - 1;
        long size = axes < 0 ? 1 : stated.get(axes);
        return switch (axes) {
            case 1 -> new InputShape(Kind.SEQUENCE, size, stated.subList(0, 1), true);
            case 2 -> new InputShape(Kind.PICTURE, size, stated.subList(0, 2), true);
            case 3 -> new InputShape(Kind.VOLUME, size, stated.subList(0, 3), true);
            default -> InputShape.features(size);
        };
    }

    /** Where only one side of a picture lets a later layer get what it takes, it is that. */
    private List<InputShape> fitted(List<InputShape> shapes) {
        boolean isOpen = shapes.stream().anyMatch(shape -> shape.kind() == Kind.PICTURE && shape.isOpen());
        Walk usual = walk(shapes, OPEN_SIDE);
        if (usual.isWhole()) {
            return shapes;
        }
        if (isOpen) {
            for (long side : LongStream.concat(LongStream.of(USUAL_SIDES), LongStream.rangeClosed(1, LARGEST_SIDE))
                    .toArray()) {
                if (walk(shapes, side).isWhole()) {
                    return shapes.stream()
                            .map(shape -> shape.kind() == Kind.PICTURE ? shape.closed(OPEN, side) : shape)
                            .toList();
                }
            }
        }
        usual.mismatch().ifPresent(clause -> {
            throw new Refusal(clause
                    + (isOpen ? ", whatever the side of square pictures (up to " + LARGEST_SIDE + ")" : "")
                    + ", so that it cannot run; correct the layer");
        });
        return shapes;
    }

    private Walk walk(List<InputShape> shapes, long side) {
        int steps = network.truncation() > 0 ? network.truncation() : OPEN_STEPS;
        return Walk.through(
                network, shapes.stream().map(shape -> shape.closed(steps, side)).toList());
    }
}
