package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The finished trials of a run, one file each, named by the trial's key, so that a study may grow around it. A file is there
 * only when the trial has ended and all of it is on the disk; its content is {@link Sealed}. Earlier versions named plain JSON
 * by the trial's place in the plan; these are read by {@link #readAny} alone.
 *
 * @param folder that holds them
 */
public record TrialFiles(Path folder) {

    private static final String ENDING = ".json.gz";

    /** Hexadecimal digits of a name: of a million trials two share one with a chance of 10⁻¹². */
    private static final int NAME_DIGITS = 20;

    private static final int VERSION_BY_PLACE = 1;
    private static final Pattern BY_PLACE = Pattern.compile("\\d{5,}\\.json");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(Outcome.class, NamedByStatus.class);

    /** What a file of an earlier version holds. */
    private record ByPlace(int version, @Nullable TrialResult trial) {}

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
    public void write(TrialResult trial) throws IOException {
        write(trial.key(), content(trial));
    }

    /**
     * Keeps a trial of which the file was made elsewhere.
     *
     * @param content that {@link #content} gave
     * @throws IOException if its file cannot be written; there is none then
     */
    public void write(TrialKey key, byte[] content) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(file(key), out -> out.write(content));
    }

    /** What the file of a trial holds. */
    public static byte[] content(TrialResult trial) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            Sealed.write(JSON.writeValueAsBytes(trial), content);
        } catch (IOException impossible) {
            throw new IllegalStateException("a trial has a JSON form, and memory can be written to", impossible);
        }
        return content.toByteArray();
    }

    /**
     * What stands first in a trial's file.
     *
     * @param kept which of the large tables the trial has its rows in
     */
    public record Head(TrialKey key, Outcome outcome, Kept kept) {}

    /** The head of the trial of that name, without reading on; empty where {@link #read} gives nothing. */
    public Optional<Head> head(TrialKey key) throws IOException {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<byte[]> payload = Sealed.open(Files.readAllBytes(file));
        try {
            return payload.isPresent()
                    ? Optional.of(head(payload.get())).filter(head -> head.key().equals(key))
                    : Optional.empty();
        } catch (JacksonException noTrial) {
            return Optional.empty();
        }
    }

    private static Head head(byte[] payload) throws IOException {
        try (JsonParser parser = JSON.createParser(payload)) {
            parser.nextToken();
            return new Head(next(parser, TrialKey.class), next(parser, Outcome.class), next(parser, Kept.class));
        }
    }

    private static <T> T next(JsonParser parser, Class<T> type) throws IOException {
        parser.nextToken();
        parser.nextToken();
        return JSON.readerFor(type)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(parser);
    }

    /** The trial of that name; empty where it has not ended, or its file is damaged, was changed, or holds another trial. */
    public Optional<TrialResult> read(TrialKey key) throws IOException {
        return readSealed(file(key)).filter(trial -> trial.key().equals(key));
    }

    /** Whether there is a file for a trial, whatever it holds. */
    public boolean exists(TrialKey key) {
        return Files.exists(file(key));
    }

    /** Removes the file of a trial, where there is one. */
    public void delete(TrialKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /**
     * All files that may hold trials, those of earlier versions in the order of their plan.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isSealed(file) || isByPlace(file))
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> file.toString().length())
                            .thenComparing(Path::toString))
                    .toList();
        }
    }

    /** The trial in one of {@link #files}; empty where it is damaged, was changed, or has another trial's name. */
    public Optional<TrialResult> readAny(Path file) throws IOException {
        return isSealed(file)
                ? readSealed(file).filter(trial -> file(trial.key()).equals(file))
                : readByPlace(file);
    }

    private static Optional<TrialResult> readSealed(Path file) throws IOException {
        try {
            Optional<byte[]> payload = Sealed.open(Files.readAllBytes(file));
            return payload.isPresent()
                    ? Optional.ofNullable(JSON.readValue(payload.get(), TrialResult.class))
                    : Optional.empty();
        } catch (NoSuchFileException | JacksonException noTrial) {
            return Optional.empty();
        }
    }

    private static Optional<TrialResult> readByPlace(Path file) throws IOException {
        try {
            @Nullable
            ByPlace stored = JSON.readerFor(ByPlace.class)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readValue(Files.readAllBytes(file));
            return stored != null && stored.version() == VERSION_BY_PLACE
                    ? Optional.ofNullable(stored.trial())
                    : Optional.empty();
        } catch (NoSuchFileException | JacksonException noTrial) {
            return Optional.empty();
        }
    }

    private static boolean isSealed(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING);
    }

    private static boolean isByPlace(Path file) {
        return BY_PLACE.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Where a trial is kept. */
    public Path file(TrialKey key) {
        return folder.resolve(name(key) + ENDING);
    }

    /** The rate goes in by its bits, as not every Java writes a double alike. */
    private static String name(TrialKey key) {
        String text = String.join(
                "\n",
                key.scenario(),
                key.variant(),
                key.init(),
                Double.toHexString(key.learningRate()),
                String.valueOf(key.repetition()));
        return DigestUtils.sha256Hex(text).substring(0, NAME_DIGITS);
    }
}
