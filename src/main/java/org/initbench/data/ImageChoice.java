package org.initbench.data;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which images a study gets.
 *
 * @param source of the images
 * @param settled the value of {@code data.source} that asks for them wherever there are any; null where the study has it
 * @param warning what the user should know of them
 */
record ImageChoice(ImageSource source, @Nullable String settled, Optional<String> warning) {

    /** How to give images. */
    static final String HELP = "give a folder with "
            + Stream.of(IdxPart.values()).map(IdxPart::fileName).collect(Collectors.joining(", "))
            + " (each plain or .gz) in data.dir";

    /** The values of {@code data.source}. */
    enum SourceSetting {
        /** MNIST, or drawn digits where it is not to be had. */
        AUTO,
        MNIST,
        /** Any set in the folders that the user gives. */
        IDX,
        SYNTHETIC
    }

    /**
     * The images for a setting.
     *
     * @param digits what stands in for MNIST
     * @throws InvalidInputException if they are not to be had
     */
    static ImageChoice of(SourceSetting setting, DataFolders folders, MnistFinder finder, SyntheticSource digits) {
        return switch (setting) {
            case SYNTHETIC -> new ImageChoice(digits, null, Optional.empty());
            case IDX -> throw new IllegalArgumentException("idx has a finder of its own");
            case AUTO, MNIST -> {
                MnistFinder.Search search = finder.find(folders);
                if (search.source().isPresent()) {
                    yield new ImageChoice(search.source().get(), settled(setting, "mnist"), Optional.empty());
                }
                if (setting == SourceSetting.MNIST) {
                    throw new InvalidInputException("data.source: " + search.trouble() + "; " + HELP);
                }
                yield new ImageChoice(
                        digits,
                        settled(setting, "synthetic"),
                        Optional.of(search.trouble() + ": " + SyntheticSource.NAME
                                + " stand in for it, and figures are not comparable with MNIST's; " + HELP));
            }
        };
    }

    private static @Nullable String settled(SourceSetting setting, String name) {
        return setting == SourceSetting.AUTO ? name : null;
    }
}
