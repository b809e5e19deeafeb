package org.initbench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for MNIST in folders and their subfolders {@code mnist}, then on its mirrors. What is downloaded goes to the
 * subfolder of the cache.
 */
final class MnistFinder {

    static final String NAME = "mnist";

    private final Mirrors mirrors;

    /** By cache: why a download failed, so that it is not tried again for each variant of a study. */
    private final Map<Path, String> failures = new ConcurrentHashMap<>();

    MnistFinder(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /**
     * What a search came to.
     *
     * @param source the files, where all are there
     * @param trouble what was tried in vain; empty where all are there
     */
    record Search(Optional<IdxSource> source, String trouble) {}

    /** Each file from the first folder that has it; what is missing is downloaded where that is allowed. */
    Search find(DataFolders folders) {
        Optional<IdxSource> there = inFolders(folders);
        if (there.isPresent()) {
            return new Search(there, "");
        }
        String trouble =
                "MNIST is not in " + folders.all().stream().map(Path::toString).collect(Collectors.joining(", "));
        if (!folders.mayDownload()) {
            return new Search(there, trouble);
        }
        String failure = failures.get(folders.cache());
        if (failure == null) {
            try {
                download(folders);
                return new Search(inFolders(folders), trouble);
            } catch (IOException nowhere) {
                failure = String.valueOf(nowhere.getMessage());
                failures.put(folders.cache(), failure);
            }
        }
        return new Search(there, trouble + " and cannot be downloaded (" + failure + ")");
    }

    private void download(DataFolders folders) throws IOException {
        List<Path> places = places(folders);
        for (IdxPart part : IdxPart.values()) {
            if (IdxSource.find(places, part).isEmpty()) {
                mirrors.fetch(part, folders.cache().resolve(NAME));
            }
        }
    }

    private static Optional<IdxSource> inFolders(DataFolders folders) {
        return IdxSource.in(places(folders), NAME, true);
    }

    private static List<Path> places(DataFolders folders) {
        return folders.all().stream()
                .flatMap(folder -> Stream.of(folder, folder.resolve(NAME)))
                .toList();
    }
}
