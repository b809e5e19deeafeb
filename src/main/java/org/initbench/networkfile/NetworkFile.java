package org.initbench.networkfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.network.Network;
import org.initbench.network.RandomError;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A network of someone's own, as a file describes it: layers and how they are joined, never weights. */
public final class NetworkFile {

    private final String name;
    private final String sha256;
    private final FileKind kind;
    private final ObjectNode tree;
    private final List<String> remarks;
    private final List<InputShape> inputs;
    private final List<OutputShape> outputs;
    private final boolean hasUpdater;

    private NetworkFile(String name, String sha256, FileKind kind, ObjectNode tree, List<String> remarks) {
        this.name = name;
        this.sha256 = sha256;
        this.kind = kind;
        this.tree = tree;
        this.remarks = List.copyOf(remarks);
        Configured configured = read();
        this.inputs = Inputs.of(configured, kind.isKeras() ? KerasReader.inputs(tree, configured) : List.of());
        this.outputs = outputs(configured);
        this.hasUpdater = !kind.isKeras() && Updaters.has(configured);
    }

    /**
     * Reads a file of any kind that {@link FileKind} has, told by its content.
     *
     * @throws InvalidInputException with one sentence, if it is no network or holds what DL4J lacks
     */
    public static NetworkFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            NetworkText text = NetworkText.in(file);
            ObjectNode tree = text.tree();
            List<String> remarks = text.kind().isKeras() ? KerasReader.prepare(tree) : Dl4jReader.prepare(tree);
            return new NetworkFile(name, sha256(file), text.kind(), tree, remarks);
        } catch (Refusal refusal) {
            throw refused(name, refusal);
        } catch (IOException unreadable) {
            throw new InvalidInputException(name + " cannot be read: " + FileTrouble.reason(unreadable));
        }
    }

    private static InvalidInputException refused(String name, Refusal refusal) {
        return new InvalidInputException(name + " cannot be used: " + refusal.reason());
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(content);
        }
    }

    /** The file's name, without folders. */
    public String name() {
        return name;
    }

    /** SHA-256 of its content, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** What the file is. */
    public FileKind kind() {
        return kind;
    }

    /** What was repaired, translated or left out in reading, a clause each. */
    public List<String> remarks() {
        return remarks;
    }

    /** What its inputs are, in their order. */
    public List<InputShape> inputs() {
        return inputs;
    }

    /** What its outputs are, in their order, for inputs of usual lengths where the file leaves them open. */
    public List<OutputShape> outputs() {
        return outputs;
    }

    /** Whether the file says how the network is trained. */
    public boolean hasUpdater() {
        return hasUpdater;
    }

    private List<OutputShape> outputs(Configured configured) {
        List<InputShape> closed = closedInputs(configured);
        Walk walk = Walk.through(configured, closed);
        long steps = closed.stream()
                .filter(shape -> shape.axes().size() == 1)
                .findFirst()
                .map(shape -> shape.axes().get(0))
                .orElse(1L);
        return configured.outputs().stream()
                .map(output -> configured.parts().stream()
                        .filter(part -> part.name().equals(output))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refusal("its output " + output + " is none of its layers; save it again")))
                .map(part -> OutputShape.of(part, walk, steps))
                .toList();
    }

    /**
     * What the output is once a loss is added.
     *
     * @throws InvalidInputException if the last layer takes none
     */
    public OutputShape outputWith(ILossFunction loss) {
        Configured configured = configured();
        add(configured, loss);
        return outputs(configured).get(0);
    }

    /**
     * The network for a study, yet to be initialized.
     *
     * @param study precision and seed; its updater, penalties and clipping take the place of the file's unless it is {@code NoOp}
     * @param loss that is added; null for the file's own
     */
    public Network network(NeuralNetConfiguration.Builder study, @Nullable ILossFunction loss) {
        Configured configured = configured();
        if (loss != null) {
            add(configured, loss);
        }
        configured.setType(study.getDataType());
        configured.layers().forEach(layer -> layer.setSeed(study.getSeed()));
        if (study.getIUpdater() instanceof NoOp) {
            Updaters.complete(configured, !hasUpdater);
        } else {
            Updaters.replace(configured, study);
        }
        return configured.network();
    }

    private void add(Configured configured, ILossFunction loss) {
        try {
            ForwardOnly.in(configured).ifPresent(clause -> {
                throw new Refusal(clause);
            });
            if (loss instanceof RandomError) {
                AddedError.to(configured, Walk.through(configured, closedInputs(configured)));
            } else {
                AddedLoss.to(configured, loss);
            }
        } catch (Refusal refusal) {
            throw new InvalidInputException(name + ": " + refusal.reason());
        }
    }

    /** The network's configuration, made anew by each call. */
    public Configured configured() {
        Configured configured = read();
        if (kind.isKeras()) {
            ImportRepairs.apply(configured, Walk.through(configured, closedInputs(configured)));
        }
        return configured;
    }

    private Configured read() {
        return kind.isKeras() ? KerasReader.read(tree) : Dl4jReader.read(tree);
    }

    /** The number of its parameters, means and variances of normalizations among them. */
    public long parameters() {
        return configured().layers().stream()
                .filter(layer -> layer.getLayer().initializer() != null)
                .mapToLong(layer -> layer.getLayer().initializer().numParams(layer))
                .sum();
    }

    /** How many numbers its layers give for one example, as far as that is known. */
    public long activations() {
        Configured configured = configured();
        return Walk.through(configured, closedInputs(configured)).activations();
    }

    /** The inputs with usual lengths where the file leaves them open. */
    public List<InputShape> closedInputs(Configured configured) {
        int steps = configured.truncation() > 0 ? configured.truncation() : Inputs.OPEN_STEPS;
        return inputs.stream()
                .map(shape -> shape.closed(steps, Inputs.OPEN_SIDE))
                .toList();
    }
}
