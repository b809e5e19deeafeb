package org.initbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Four IDX files.
 *
 * @param name of the set
 * @param files one for each part
 * @param mnist whether they have to be MNIST's own
 */
record IdxSource(String name, Map<IdxPart, Version> files, boolean mnist) implements ImageSource {

    /** Of what was read before, by the file as it was then. */
    private static final Map<Version, String> CHECKSUMS = new ConcurrentHashMap<>();

    private static final int ROWS = 1;
    private static final int COLUMNS = 2;

    /** A file as it was when it was found; one that has changed since is another source. */
    record Version(Path path, long bytes, FileTime modified) {

        static Version of(Path path) {
            try {
                return new Version(path, Files.size(path), Files.getLastModifiedTime(path));
            } catch (IOException gone) {
                throw IdxFile.invalid(path, "cannot be read (" + gone.getMessage() + ")", "a file");
            }
        }
    }

    /** The file of a part, plain or packed, from the first folder that has it. */
    static Optional<Version> find(List<Path> folders, IdxPart part) {
        return folders.stream()
                .flatMap(folder -> Stream.of(part.fileName(), part.fileName() + ".gz")
                        .map(folder::resolve)
                        .filter(Files::isRegularFile))
                .findFirst()
                .map(Version::of);
    }

    /** The files of all parts in these folders; empty if one is missing. */
    static Optional<IdxSource> in(List<Path> folders, String name, boolean mnist) {
        Map<IdxPart, Version> files = new EnumMap<>(IdxPart.class);
        for (IdxPart part : IdxPart.values()) {
            find(folders, part).ifPresent(version -> files.put(part, version));
        }
        return files.size() == IdxPart.values().length
                ? Optional.of(new IdxSource(name, Map.copyOf(files), mnist))
                : Optional.empty();
    }

    @Override
    public ImageSet load() {
        IdxFile trainImages = read(IdxPart.TRAIN_IMAGES);
        LabeledImages train = pair(trainImages, read(IdxPart.TRAIN_LABELS));
        IdxFile testImages = read(IdxPart.TEST_IMAGES);
        LabeledImages test = pair(testImages, read(IdxPart.TEST_LABELS));
        if (test.rows() != train.rows() || test.columns() != train.columns()) {
            throw testImages.invalid("holds images of " + sides(test), sides(train) + " pixels, as for training");
        }
        int classes = Math.max(train.largestLabel(), test.largestLabel()) + 1;
        if (classes == 1) {
            throw trainImages.invalid("has labels of one class only", "two classes or more");
        }
        return new ImageSet(name, train, test, classes);
    }

    /** Of the unpacked files; what was loaded in this process is not read again for it. */
    @Override
    public Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        for (IdxPart part : IdxPart.values()) {
            Version file = Objects.requireNonNull(files.get(part));
            String known = CHECKSUMS.get(file);
            checksums.put(
                    name + "/" + part.fileName(), known == null ? read(part).sha256() : known);
        }
        return checksums;
    }

    private IdxFile read(IdxPart part) {
        Version version = Objects.requireNonNull(files.get(part));
        IdxFile file = IdxReader.read(version.path(), part);
        if (mnist) {
            file.requireMnist();
        }
        CHECKSUMS.put(version, file.sha256());
        return file;
    }

    private static LabeledImages pair(IdxFile images, IdxFile labels) {
        if (images.size(0) != labels.size(0)) {
            throw labels.invalid(
                    "holds " + labels.size(0) + " labels", "one for each of the " + images.size(0) + " images");
        }
        return new LabeledImages(images.content(), labels.content(), images.size(ROWS), images.size(COLUMNS));
    }

    private static String sides(LabeledImages images) {
        return images.rows() + " x " + images.columns();
    }
}
