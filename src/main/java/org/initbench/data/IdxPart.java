package org.initbench.data;

import java.util.List;
import java.util.stream.Stream;

/** The four files that an image set in IDX format consists of, under the names that MNIST gave them. */
enum IdxPart {
    TRAIN_IMAGES(
            "train-images-idx3-ubyte",
            "training images",
            3,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS(
            "train-labels-idx1-ubyte",
            "training labels",
            1,
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte",
            "test images",
            3,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS(
            "t10k-labels-idx1-ubyte",
            "test labels",
            1,
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String fileName;
    private final String content;
    private final int dimensions;
    private final String mnistSha256;

    IdxPart(String fileName, String content, int dimensions, String mnistSha256) {
        this.fileName = fileName;
        this.content = content;
        this.dimensions = dimensions;
        this.mnistSha256 = mnistSha256;
    }

    /** Without the ending of a packed file. */
    String fileName() {
        return fileName;
    }

    /** The names that it goes by: MNIST's, one with a dot in place of a dash, EMNIST's for tests; each plain or packed. */
    List<String> fileNames() {
        return Stream.of(fileName, fileName.replace("t10k", "test"))
                .flatMap(name -> Stream.of(name, name.replace("-idx", ".idx")))
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .distinct()
                .toList();
    }

    /** What is in it, in words. */
    String content() {
        return content;
    }

    /** 3 for images, 1 for labels. */
    int dimensions() {
        return dimensions;
    }

    /** SHA-256 of MNIST's file once unpacked, in hexadecimal digits. */
    String mnistSha256() {
        return mnistSha256;
    }
}
