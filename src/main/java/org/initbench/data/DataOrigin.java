package org.initbench.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the data of a study come to on this machine, beyond what the study says of them.
 *
 * @param source the value of {@code data.source} that asks for the same data wherever there are any: {@code mnist} where
 *     {@code auto} found MNIST; null where the study says it already
 * @param checksums SHA-256 of the content of each file that the data are read from, by its name; of data that are made here the
 *     name of the generator, as its settings are in the study
 */
public record DataOrigin(@Nullable String source, Map<String, String> checksums) {

    /** There is nothing to say beyond the study. */
    public static final DataOrigin NOTHING = new DataOrigin(null, Map.of());

    /** Keeps its own checksums. */
    public DataOrigin {
        checksums = Map.copyOf(checksums);
    }

    /** Data that are made here. */
    static DataOrigin generated(String generator) {
        return new DataOrigin(null, Map.of(generator, "generated"));
    }
}
