package org.initbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Four IDX files. Classes are the labels that occur, in order, so that labels may begin at 1.
 *
 * @param name of the set
 * @param files one for each part
 * @param mnist whether they have to be MNIST's own
 */
record IdxSource(String name, Map<IdxPart, FileVersion> files, boolean mnist) implements ImageSource {

    /** Of what was read before, by the file as it was then. */
    private static final Map<FileVersion, String> CHECKSUMS = new ConcurrentHashMap<>();

    private static final int ROWS = 1;
    private static final int COLUMNS = 2;
    private static final int LABELS = 256;

    /** The file of a part, plain or packed, from the first folder that has it. */
    static Optional<FileVersion> find(List<Path> folders, IdxPart part) {
        return find(folders, "", part);
    }

    private static Optional<FileVersion> find(List<Path> folders, String prefix, IdxPart part) {
        return folders.stream()
                .flatMap(folder -> part.fileNames().stream().map(name -> folder.resolve(prefix + name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(FileVersion::of);
    }

    /** The files of all parts in these folders; empty if one is missing. */
    static Optional<IdxSource> in(List<Path> folders, String name, boolean mnist) {
        return in(folders, "", name, mnist);
    }

    /** The same of files whose names begin with this. */
    static Optional<IdxSource> in(List<Path> folders, String prefix, String name, boolean mnist) {
        Map<IdxPart, FileVersion> files = new EnumMap<>(IdxPart.class);
        for (IdxPart part : IdxPart.values()) {
            find(folders, prefix, part).ifPresent(version -> files.put(part, version));
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
        int[] labels = IntStream.concat(labels(train), labels(test))
                .distinct()
                .sorted()
                .toArray();
        if (labels.length == 1) {
            throw trainImages.invalid("has labels of one class only", "two classes or more");
        }
        int[] places = new int[LABELS];
        for (int place = 0; place < labels.length; place++) {
            places[labels[place]] = place;
        }
        return new ImageSet(
                name,
                train.relabeled(places),
                test.relabeled(places),
                Arrays.stream(labels).mapToObj(String::valueOf).toList());
    }

    private static IntStream labels(LabeledImages images) {
        return IntStream.range(0, images.count()).map(images::label);
    }

    /** Of the unpacked files; what was loaded in this process is not read again for it. */
    @Override
    public Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        for (IdxPart part : IdxPart.values()) {
            FileVersion file = Objects.requireNonNull(files.get(part));
            String known = CHECKSUMS.get(file);
            checksums.put(
                    name + "/" + part.fileName(), known == null ? read(part).sha256() : known);
        }
        return checksums;
    }

    private IdxFile read(IdxPart part) {
        FileVersion version = Objects.requireNonNull(files.get(part));
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
