package org.initbench.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Files of {@code src/test/resources/reference}, made by other programs. */
public final class Reference {

    private Reference() {}

    /** The JSON file of that path below {@code reference}. */
    public static JsonNode json(String path) {
        try (InputStream content = open(path)) {
            return new ObjectMapper().readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The items of an array in a JSON file. */
    public static Stream<JsonNode> items(String path, String array) {
        return StreamSupport.stream(json(path).required(array).spliterator(), false);
    }

    /** The rows of a CSV file with a header. */
    public static List<CSVRecord> csv(String path) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream content = open(path)) {
            return format.parse(new InputStreamReader(content, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + path), path);
    }
}
