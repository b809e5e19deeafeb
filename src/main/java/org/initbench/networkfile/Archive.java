package org.initbench.networkfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Archives of models, of which the entry with the configuration is read in memory, by its exact name. Nothing is written to
 * disk, and no other entry is opened: those of DL4J hold weights and serialized Java objects.
 */
final class Archive {

    private static final String DL4J = "configuration.json";
    private static final String KERAS = "config.json";
    private static final String KERAS_METADATA = "metadata.json";
    private static final String KERAS_VERSION = "keras_version";

    private Archive() {}

    static NetworkText text(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            Optional<ObjectNode> dl4j = tree(archive, DL4J);
            if (dl4j.isPresent()) {
                if (!NetworkText.isDl4j(dl4j.get())) {
                    throw new Refusal("its " + DL4J + " describes no network of Deeplearning4j; " + NetworkText.HELP);
                }
                return new NetworkText(FileKind.DL4J_ZIP, dl4j.get());
            }
            ObjectNode keras = tree(archive, KERAS)
                    .orElseThrow(() -> new Refusal(
                            "the archive has neither " + DL4J + " nor " + KERAS + " at its top; " + NetworkText.HELP));
            tree(archive, KERAS_METADATA)
                    .map(metadata -> metadata.get(KERAS_VERSION))
                    .filter(version -> !keras.has(KERAS_VERSION))
                    .ifPresent(version -> keras.set(KERAS_VERSION, version));
            return new NetworkText(FileKind.KERAS_ZIP, keras);
        } catch (ZipException damaged) {
            throw new Refusal("the archive cannot be opened, perhaps cut short; save it again");
        }
    }

    private static Optional<ObjectNode> tree(ZipFile archive, String name) throws IOException {
        @Nullable ZipEntry entry = archive.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream content = archive.getInputStream(entry)) {
            return Optional.of(TextTree.json(BoundedText.read(content, "its " + name), "its " + name));
        }
    }
}
