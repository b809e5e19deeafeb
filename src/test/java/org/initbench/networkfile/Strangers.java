package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Real networks of strangers, which lie beside the project and are no part of it, and what is expected of each. */
final class Strangers {

    /** Where they lie; there may be none. */
    static final Path FOLDER = Path.of("..", "shared", "networks");

    private static final int FILE = 0;
    private static final int VERSION = 6;
    private static final int LOADS = 11;
    private static final int PARAMETERS = 12;

    private Strangers() {}

    /**
     * One of them.
     *
     * @param version that wrote it
     * @param loads what a trial of DL4J's own readers came to
     * @param parameters that it has; empty where no reader takes it
     */
    record Stranger(String file, String version, String loads, OptionalLong parameters) {

        Path path() {
            return FOLDER.resolve(file);
        }

        /** "W [3, 4]" for each parameter, as DL4J or Keras has it, in order of the alphabet. */
        List<String> expectedParameters() throws IOException {
            List<String> expected = new ArrayList<>();
            JsonNode network = new ObjectMapper()
                    .readTree(FOLDER.resolve(file + ".params.json").toFile());
            network.path("layers").forEach(layer -> layer.path("params")
                    .forEach(each -> expected.add(each.path("name").asText() + " "
                            + each.path("shape").asText())));
            expected.sort(null);
            return expected;
        }

        /** By DL4J itself, after a repair, or translated. */
        boolean isReadable() {
            return loads.contains("yes");
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Stranger> all() {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        List<Stranger> strangers = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve("manifest.tsv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split("\t", -1);
                strangers.add(new Stranger(
                        fields[FILE],
                        fields[VERSION].replaceFirst(" \\(.*", ""),
                        fields[LOADS],
                        fields[PARAMETERS].isEmpty()
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(fields[PARAMETERS]))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return strangers;
    }
}
