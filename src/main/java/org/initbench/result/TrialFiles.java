package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The finished trials of a run, one JSON file each, named by its place in the plan. A file is there only when the trial has
 * ended and all of it is on the disk.
 *
 * @param folder that holds them
 */
public record TrialFiles(Path folder) {

    private static final int VERSION = 1;
    private static final Pattern FILE = Pattern.compile("(\\d+)\\.json");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addMixIn(Outcome.class, NamedByStatus.class);

    /** What a file holds. */
    private record Stored(int version, @Nullable TrialResult trial) {}

    /** An outcome is one of a few classes, told apart by their names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = Outcome.Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped")
    })
    private interface NamedByStatus {}

    /**
     * Keeps a trial.
     *
     * @throws IOException if its file cannot be written; there is none then
     */
    public void write(int index, TrialResult trial) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(file(index), out -> JSON.writeValue(out, new Stored(VERSION, trial)));
    }

    /** The trial at a place of the plan; empty where it has not ended, or its file is damaged or of another version. */
    public Optional<TrialResult> read(int index) throws IOException {
        try {
            @Nullable Stored stored = JSON.readValue(Files.readAllBytes(file(index)), Stored.class);
            return stored != null && stored.version() == VERSION
                    ? Optional.ofNullable(stored.trial())
                    : Optional.empty();
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Places of the trials that have a file, in order.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Integer> indices() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FILE.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(match -> Integer.valueOf(match.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** Where the trial at a place of the plan is kept. */
    public Path file(int index) {
        return folder.resolve(String.format(Locale.ROOT, "%05d.json", index));
    }
}
