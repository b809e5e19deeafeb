package org.initbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;

/**
 * Whether a data set is to be had without a download.
 *
 * @param name of the source
 * @param isThere all of its files are there and are what they should be
 * @param text where, or what is missing and how to get it
 */
public record DataState(String name, boolean isThere, String text) {

    /** Looks through the folders for the sets that are known by name, and reads what is there. */
    public static List<DataState> of(DataFolders folders) {
        List<DataState> states = new ArrayList<>();
        states.add(mnist(folders));
        states.add(cifar(CifarFormat.TEN, folders));
        states.add(cifar(CifarFormat.HUNDRED, folders));
        states.add(others(folders));
        return List.copyOf(states);
    }

    private static DataState mnist(DataFolders folders) {
        MnistFinder.Search search = new MnistFinder(Mirrors.PUBLIC).find(folders.withoutDownload());
        Optional<IdxSource> source = search.source();
        return source.isEmpty()
                ? new DataState(
                        "mnist",
                        false,
                        search.trouble() + "; a run downloads it to the cache, or " + ImageChoice.HELP
                                + "; without it drawn digits stand in")
                : verified("mnist", source.get(), source.get().files().values());
    }

    private static DataState cifar(CifarFormat format, DataFolders folders) {
        try {
            CifarSource source = (CifarSource) CifarSource.finder(format, new DataPlace(Optional.empty()))
                    .find(folders)
                    .source();
            return verified(format.name(), source, source.files());
        } catch (InvalidInputException missing) {
            return new DataState(
                    format.name(), false, String.valueOf(missing.getMessage()).replaceFirst("^data\\.source: ", ""));
        }
    }

    private static DataState verified(String name, ImageSource source, Collection<FileVersion> files) {
        try {
            source.load();
            return new DataState(name, true, "verified, in " + places(files));
        } catch (InvalidInputException damaged) {
            return new DataState(name, false, String.valueOf(damaged.getMessage()));
        }
    }

    private static String places(Collection<FileVersion> files) {
        return files.stream()
                .map(file -> String.valueOf(file.path().getParent()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Sets in the form of MNIST, and where tables and folders of pictures are looked for. */
    private static DataState others(DataFolders folders) {
        IdxFinder any = new IdxFinder(new DataPlace(Optional.empty()), Optional.empty());
        String sets = folders.given().stream()
                .flatMap(folder -> any.sets(folder).stream())
                .map(IdxSource::name)
                .collect(Collectors.joining(", "));
        String places = Stream.concat(
                        Stream.of("beside the study's file", "in the working folder"),
                        folders.all().stream().map(Path::toString))
                .collect(Collectors.joining(", "));
        return new DataState(
                "data",
                true,
                (sets.isEmpty() ? "" : "sets for data.source=idx: " + sets + "; ")
                        + "tables and folders of pictures are looked for " + places);
    }
}
