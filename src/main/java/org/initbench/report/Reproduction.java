package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.result.StudyFile;

/**
 * What to type to have the run again.
 *
 * @param steps commands, one after the other
 * @param note what they need besides, and what they cannot bring back; may be empty
 * @param fileName under which the study is to be saved; empty where the commands need no file
 * @param study YAML to be saved; empty likewise
 */
record Reproduction(List<String> steps, String note, String fileName, String study) {

    private static final String MAVEN = "mvn compile exec:java";
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    /**
     * The command of the manifest where a checkout alone can run it; else the one that takes the study as it was resolved. A
     * scenario that is a class of one's own has to be brought along.
     *
     * @param name of the study
     */
    static Reproduction of(ObjectNode study, ObjectNode manifest, String name) {
        List<String> steps = new ArrayList<>();
        JsonNode commit = manifest.at("/git/commit");
        if (commit.isTextual() && commit.asText().matches("[0-9a-f]{7,64}")) {
            steps.add("git checkout " + commit.asText());
        }
        List<String> notes = new ArrayList<>();
        if (manifest.at("/git/dirty").asBoolean()) {
            notes.add("The run was made from a working tree with uncommitted changes, which no command brings back.");
        }
        List<String> command = new ArrayList<>();
        manifest.path("command").forEach(argument -> command.add(argument.asText()));
        String scenario = study.path("scenario").asText();
        if (scenario.equals(StudyFile.OF_A_PROGRAM)) {
            return new Reproduction(List.of(), "A program measured this network; run it again.", "", "");
        }
        boolean isOwnClass = scenario.contains(".");
        if (!isOwnClass
                && isBuiltIn(name)
                && !command.isEmpty()
                && command.stream().noneMatch(Reproduction::isFile)) {
            steps.add(command.stream().map(Reproduction::quoted).collect(Collectors.joining(" ", MAVEN + " ", "")));
            return new Reproduction(steps, String.join(" ", notes), "", "");
        }
        String fileName = name.replaceAll("[^A-Za-z0-9_-]+", "-") + ".yaml";
        String config = "-Dconfig=" + quoted(fileName);
        if (isOwnClass) {
            steps.add("mvn package -DskipTests");
            steps.add("java -cp \"scenario.jar:target/initbench.jar\" " + config + " org.initbench.cli.Main");
            notes.add(
                    0,
                    "The scenario " + scenario
                            + " does not come with initbench: put the jar or folder with this class in "
                            + "the place of scenario.jar, as it has to be on the class path.");
        } else {
            steps.add(MAVEN + " " + config);
        }
        return new Reproduction(steps, String.join(" ", notes), fileName, yaml(study));
    }

    private static boolean isBuiltIn(String name) {
        return Reproduction.class.getResource("/configs/" + name + ".yaml") != null;
    }

    /** A file that was on the machine of the run. */
    private static boolean isFile(String argument) {
        return argument.startsWith("-Dconfig=");
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
