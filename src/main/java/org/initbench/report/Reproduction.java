package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;

/**
 * What to type to have the run again.
 *
 * @param steps commands, one after the other
 * @param note what they cannot bring back; may be empty
 * @param fileName under which the study is to be saved; empty where the commands need no file
 * @param study YAML to be saved; empty likewise
 */
record Reproduction(List<String> steps, String note, String fileName, String study) {

    private static final String MAVEN = "mvn compile exec:java";
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    /** The command of the manifest where there is one, else that which takes the study as it was resolved. */
    static Reproduction of(ObjectNode study, ObjectNode manifest, String name) {
        List<String> steps = new ArrayList<>();
        JsonNode commit = manifest.at("/git/commit");
        if (commit.isTextual() && commit.asText().matches("[0-9a-f]{7,64}")) {
            steps.add("git checkout " + commit.asText());
        }
        String note = manifest.at("/git/dirty").asBoolean()
                ? "The run was made from a working tree with uncommitted changes, which no command brings back."
                : "";
        JsonNode command = manifest.path("command");
        if (command.isArray() && !command.isEmpty()) {
            StringBuilder typed = new StringBuilder(MAVEN);
            command.forEach(argument -> typed.append(' ').append(quoted(argument.asText())));
            steps.add(typed.toString());
            return new Reproduction(steps, note, "", "");
        }
        String fileName = name.replaceAll("[^A-Za-z0-9_-]+", "-") + ".yaml";
        steps.add(MAVEN + " -Dconfig=" + quoted(fileName));
        return new Reproduction(steps, note, fileName, yaml(study));
    }

    /** As a POSIX shell takes it for one word. */
    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    private static String yaml(ObjectNode study) {
        try {
            return YAML.writeValueAsString(study);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a study that was read cannot be written", impossible);
        }
    }
}
