package org.initbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;

/**
 * The files of a CIFAR set.
 *
 * @param format of them
 * @param files of the batches, in their order
 */
record CifarSource(CifarFormat format, List<FileVersion> files) implements ImageSource {

    /** Finds the files of a format in a folder, its subfolder of the archive's name, or one of the set's name. */
    static ImageFinder finder(CifarFormat format, DataPlace place) {
        return folders -> {
            List<Path> open = place.in(folders.all(), folders);
            return open.stream()
                    .flatMap(folder -> in(folder, format).stream())
                    .findFirst()
                    .map(source -> new ImageChoice(source, null, Optional.empty()))
                    .orElseThrow(() -> new InvalidInputException("data.source: " + format.title() + " is not in "
                            + open.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; "
                            + format.help()));
        };
    }

    /** The files in a folder or its subfolders; empty where one is missing. */
    static Optional<CifarSource> in(Path folder, CifarFormat format) {
        return Stream.of(folder, folder.resolve(format.folder()), folder.resolve(format.name()))
                .filter(place -> format.batches().allMatch(batch -> Files.isRegularFile(place.resolve(batch.file()))))
                .findFirst()
                .map(place -> new CifarSource(
                        format,
                        format.batches()
                                .map(batch -> FileVersion.of(place.resolve(batch.file())))
                                .toList()));
    }

    /** Reads and checks all files; whatever is wrong with them is told at once. */
    @Override
    public ImageSet load() {
        Problems problems = new Problems();
        int trainFiles = format.train().size();
        LabeledImages train = read(0, format.train(), problems);
        LabeledImages test = read(trainFiles, format.test(), problems);
        problems.throwIfAny();
        return new ImageSet(format.name(), train, test, format.classes());
    }

    private LabeledImages read(int first, List<CifarFormat.Batch> batches, Problems problems) {
        int count = batches.stream().mapToInt(CifarFormat.Batch::records).sum();
        int size = CifarFormat.CHANNELS * CifarFormat.SIDE * CifarFormat.SIDE;
        byte[] pixels = new byte[count * size];
        byte[] labels = new byte[count];
        int image = 0;
        for (int batch = 0; batch < batches.size(); batch++) {
            Optional<byte[]> content = content(files.get(first + batch).path(), batches.get(batch), problems);
            for (int at = 0; content.isPresent() && at < content.get().length; at += format.recordBytes()) {
                labels[image] = content.get()[at + format.labelBytes() - 1];
                System.arraycopy(content.get(), at + format.labelBytes(), pixels, image * size, size);
                image++;
            }
        }
        return new LabeledImages(pixels, labels, CifarFormat.CHANNELS, CifarFormat.SIDE, CifarFormat.SIDE);
    }

    private Optional<byte[]> content(Path file, CifarFormat.Batch batch, Problems problems) {
        long expected = (long) batch.records() * format.recordBytes();
        try {
            long bytes = Files.size(file);
            if (bytes != expected) {
                problems.add(file + ": has " + bytes + " bytes; expected " + expected + ", " + batch.records()
                        + " records of " + format.recordBytes());
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            String md5 = DigestUtils.md5Hex(content);
            if (!md5.equals(batch.md5())) {
                problems.add(file + ": is not " + format.title() + "'s, by its MD5 of " + md5 + "; expected "
                        + batch.md5() + "; unpack the archive anew");
                return Optional.empty();
            }
            return Optional.of(content);
        } catch (IOException unreadable) {
            problems.add(file + ": cannot be read (" + FileTrouble.reason(unreadable) + ")");
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        for (FileVersion file : files) {
            checksums.put(format.name() + "/" + file.path().getFileName(), FileChecksums.of(file.path()));
        }
        return checksums;
    }
}
