package org.initbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;

/**
 * Which images a study gets.
 *
 * @param source of the images
 * @param warning what the user should know of them
 */
record ImageChoice(ImageSource source, Optional<String> warning) {

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
            case SYNTHETIC -> new ImageChoice(digits, Optional.empty());
            case IDX -> new ImageChoice(idx(folders.given()), Optional.empty());
            case AUTO, MNIST -> {
                MnistFinder.Search search = finder.find(folders);
                if (search.source().isPresent()) {
                    yield new ImageChoice(search.source().get(), Optional.empty());
                }
                if (setting == SourceSetting.MNIST) {
                    throw new InvalidInputException("data.source: " + search.trouble() + "; " + HELP);
                }
                yield new ImageChoice(
                        digits,
                        Optional.of(search.trouble() + ": " + SyntheticSource.NAME
                                + " stand in for it, and figures are not comparable with MNIST's; " + HELP));
            }
        };
    }

    private static IdxSource idx(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> IdxSource.in(List.of(folder), nameOf(folder), false).stream())
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("data.source: idx takes images from the folders of data.dir, "
                                + "none of which has all four files; " + HELP));
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "idx" : name.toString();
    }
}
