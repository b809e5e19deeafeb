package org.initbench.networkfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The text that describes a network, found in whatever holds it.
 *
 * @param kind of the file
 * @param tree of DL4J's configuration, or of Keras' with {@code keras_version} and {@code backend} as {@code to_json()} has them
 */
record NetworkText(FileKind kind, ObjectNode tree) {

    /** What is taken, and how it is made. */
    static final String HELP = "give a Deeplearning4j configuration (toJson, toYaml) or model (zip), or a Keras model"
            + " (to_json, .h5, .keras)";

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    static NetworkText in(Path file) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, ZIP)) {
            return Archive.text(file);
        }
        if (startsWith(head, HDF5)) {
            return new NetworkText(FileKind.KERAS_H5, Hdf5Attributes.model(file));
        }
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return of(BoundedText.read(content, "it"));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(HDF5.length);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(Arrays.copyOf(head, magic.length), magic);
    }

    private static NetworkText of(String text) {
        if (text.isBlank()) {
            throw new Refusal("it is empty; " + HELP);
        }
        boolean isJson = text.stripLeading().startsWith("{");
        ObjectNode tree = isJson ? TextTree.json(text, "it") : TextTree.yaml(text, "it");
        if (isDl4j(tree)) {
            return new NetworkText(isJson ? FileKind.DL4J_JSON : FileKind.DL4J_YAML, tree);
        }
        if (tree.has("class_name") && tree.has("config")) {
            return new NetworkText(FileKind.KERAS_JSON, tree);
        }
        if (tree.has("scenario")) {
            throw new Refusal("it is a study; run it by --config=FILE");
        }
        throw new Refusal(
                "it describes no network (confs or vertices of Deeplearning4j, class_name and config of Keras); "
                        + HELP);
    }

    static boolean isDl4j(ObjectNode tree) {
        return tree.has("confs") || tree.has("vertices");
    }
}
