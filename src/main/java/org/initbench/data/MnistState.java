package org.initbench.data;

import java.util.Map;
import java.util.stream.Collectors;
import org.initbench.config.InvalidInputException;

/**
 * Whether MNIST is to be had without a download.
 *
 * @param isThere all four files are there and are what they should be
 * @param text where, or what is missing and how to get it
 */
public record MnistState(boolean isThere, String text) {

    /** Looks through the folders and reads what is there. */
    public static MnistState in(DataFolders folders) {
        MnistFinder.Search search = new MnistFinder(Mirrors.PUBLIC).find(folders.withoutDownload());
        if (search.source().isEmpty()) {
            return new MnistState(
                    false,
                    search.trouble() + "; a run downloads it to the cache, or " + ImageChoice.HELP
                            + "; without it drawn digits stand in");
        }
        try {
            IdxSource source = search.source().get();
            source.load();
            return new MnistState(true, "verified, in " + places(source.files()));
        } catch (InvalidInputException damaged) {
            return new MnistState(false, String.valueOf(damaged.getMessage()));
        }
    }

    private static String places(Map<IdxPart, FileVersion> files) {
        return files.values().stream()
                .map(file -> String.valueOf(file.path().getParent()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
