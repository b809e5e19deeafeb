package org.initbench.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small IDX files, written by hand. */
final class IdxBytes {

    static final int IMAGES = 2051;
    static final int LABELS = 2049;

    private IdxBytes() {}

    /** Header and values as they are given, whether or not they fit each other. */
    static byte[] of(int magic, int[] sizes, int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(magic);
            for (int size : sizes) {
                out.writeInt(size);
            }
            for (int value : values) {
                out.writeByte(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Images whose values count up from {@code first}. */
    static byte[] images(int count, int rows, int columns, int first) {
        int[] values = new int[count * rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i;
        }
        return of(IMAGES, new int[] {count, rows, columns}, values);
    }

    static byte[] labels(int... labels) {
        return of(LABELS, new int[] {labels.length}, labels);
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A set of three 2 × 2 images to learn from and two to be tested on, in three classes. */
    static void writeSet(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(3, 2, 2, 250));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), packed(labels(0, 1, 0)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), packed(images(2, 2, 2, 0)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(2, 1));
    }
}
