package org.initbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.initbench.config.YamlFiles;
import org.initbench.data.DataFolders;
import org.jspecify.annotations.Nullable;

/** The study that a network file is by itself, and where the file is found that a study names. */
final class NetworkStudy {

    private static final String RESOURCE = "/network-study.yaml";
    private static final String SCENARIO = "network";
    private static final String NETWORK = "network";
    private static final String FILE = "file";
    private static final String GRID_PATH = "network.file";

    private NetworkStudy() {}

    /** The study of a file. */
    static ObjectNode of(Path network) {
        try (InputStream content = NetworkStudy.class.getResourceAsStream(RESOURCE)) {
            ObjectNode tree = YamlFiles.mapping(RESOURCE, Objects.requireNonNull(content));
            tree.put("title", String.valueOf(network.getFileName()));
            tree.withObjectProperty(NETWORK).put(FILE, network.toString());
            return tree;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Puts the place of each network file into the study: beside the study's own file, in the working folder, or in a folder of
     * data, whichever has it first.
     */
    static void find(ObjectNode tree, @Nullable Path study, DataFolders folders) {
        if (!tree.path("scenario").asText().equals(SCENARIO)) {
            return;
        }
        if (tree.path(NETWORK) instanceof ObjectNode network
                && network.path(FILE).isTextual()) {
            network.put(FILE, found(network.path(FILE).asText(), study, folders));
        }
        if (tree.path("grid").path(GRID_PATH) instanceof ArrayNode files) {
            for (int i = 0; i < files.size(); i++) {
                JsonNode file = files.get(i);
                files.set(i, TextNode.valueOf(found(file.asText(), study, folders)));
            }
        }
    }

    private static String found(String file, @Nullable Path study, DataFolders folders) {
        return DataSettings.beside(study, file)
                .or(() -> folders.find(file))
                .map(Path::toString)
                .orElse(file);
    }
}
