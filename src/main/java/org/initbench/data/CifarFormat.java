package org.initbench.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The binary version of a CIFAR set: records of labels of a byte each, of which the last one counts, and 3 × 32 × 32 pixels.
 * Krizhevsky 2009. Archives have published MD5s; those of the files in them are as several programs that unpack them have
 * them (CIFAR-100's, one).
 *
 * @param name for the {@code dataset} column
 * @param title for people
 * @param folder that the archive unpacks to
 * @param train files to learn from
 * @param test files to be tested on
 * @param labelBytes of a record
 * @param classes their names
 */
record CifarFormat(
        String name,
        String title,
        String folder,
        List<Batch> train,
        List<Batch> test,
        int labelBytes,
        List<String> classes) {

    static final int CHANNELS = 3;
    static final int SIDE = 32;

    private static final int BATCH = 10_000;

    /**
     * A file.
     *
     * @param records how many
     * @param md5 in hexadecimal digits
     */
    record Batch(String file, int records, String md5) {}

    static final CifarFormat TEN = new CifarFormat(
            "cifar10",
            "CIFAR-10",
            "cifar-10-batches-bin",
            List.of(
                    new Batch("data_batch_1.bin", BATCH, "5dd7e06a14cb22eb9f671a540d1b7c25"),
                    new Batch("data_batch_2.bin", BATCH, "5ea93a67294ea407fff1d09f752e9692"),
                    new Batch("data_batch_3.bin", BATCH, "942cd6a4bcdd0dd3c604fbe906cb4421"),
                    new Batch("data_batch_4.bin", BATCH, "ae636b3ba5c66a11e91e8cb52e771fcb"),
                    new Batch("data_batch_5.bin", BATCH, "53f37980c15c3d472c316c40844f3f0d")),
            List.of(new Batch("test_batch.bin", BATCH, "803d5f7f4d78ea53de84dbe85f74fb6d")),
            1,
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"));

    static final CifarFormat HUNDRED = new CifarFormat(
            "cifar100",
            "CIFAR-100",
            "cifar-100-binary",
            List.of(new Batch("train.bin", 5 * BATCH, "6172c7755cfe09b2fe270c85cebc1b15")),
            List.of(new Batch("test.bin", BATCH, "4499cfba6c016c1be1438163640a0898")),
            2,
            IntStream.range(0, 100).mapToObj(String::valueOf).toList());

    int recordBytes() {
        return labelBytes + CHANNELS * SIDE * SIDE;
    }

    Stream<Batch> batches() {
        return Stream.concat(train.stream(), test.stream());
    }

    String help() {
        return "give a folder with " + batches().map(Batch::file).collect(Collectors.joining(", "))
                + " in data.dir; the binary version of " + title + ", from https://www.cs.toronto.edu/~kriz/cifar.html,"
                + " unpacks to " + folder;
    }
}
