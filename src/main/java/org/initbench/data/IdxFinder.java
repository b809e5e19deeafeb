package org.initbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;

/**
 * Finds four IDX files, whose names may all begin with that of the set, as {@code emnist-letters-}.
 *
 * @param place that holds them, or the first folder of {@code data.dir} that does
 * @param set which of several sets in a folder
 */
record IdxFinder(DataPlace place, Optional<String> set) implements ImageFinder {

    private static final String SET = "set";

    private static final Pattern FIRST = Pattern.compile("(.*?)train-images[-.]idx3-ubyte(\\.gz)?");

    /** Reads {@code folder} and {@code set} where they are given. */
    static IdxFinder read(Section data) {
        return new IdxFinder(DataPlace.read(data), data.has(SET) ? Optional.of(data.text(SET, "")) : Optional.empty());
    }

    @Override
    public ImageChoice find(DataFolders folders) {
        return place.in(folders.given(), folders).stream()
                .flatMap(each -> in(each).stream())
                .findFirst()
                .map(source -> new ImageChoice(source, null, Optional.empty()))
                .orElseThrow(() -> new InvalidInputException("data.source: idx takes images from "
                        + place.folder()
                                .map(name -> name + ", which has not")
                                .orElse("the folders of data.dir, none of which has")
                        + " all four files" + set.map(name -> " of " + name).orElse("") + "; " + ImageChoice.HELP));
    }

    private Optional<IdxSource> in(Path folder) {
        List<IdxSource> sets = sets(folder);
        if (sets.size() > 1) {
            throw new InvalidInputException("data.source: " + folder + " holds several sets, "
                    + sets.stream().map(IdxSource::name).collect(Collectors.joining(", "))
                    + "; name one of them with data.set");
        }
        return sets.stream().findFirst();
    }

    /** All sets of a folder, or the one that is asked for. */
    List<IdxSource> sets(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FIRST.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .filter(prefix -> set.isEmpty() || name(prefix).equals(set.get()))
                    .distinct()
                    .sorted()
                    .flatMap(
                            prefix -> IdxSource.in(
                                    List.of(folder), prefix, prefix.isEmpty() ? nameOf(folder) : name(prefix), false)
                                    .stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new InvalidInputException("data.dir: cannot read " + folder + ": " + FileTrouble.reason(unreadable));
        }
    }

    private static String name(String prefix) {
        return prefix.replaceFirst("[-_.]$", "");
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "idx" : name.toString();
    }
}
