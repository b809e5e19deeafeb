package org.initbench.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Examples of one split, built once and used by every iteration.
 *
 * @param features (examples, …)
 * @param labels (examples, outputs); of no width where there is nothing to learn
 */
public record Examples(INDArray features, INDArray labels) {

    private static final long AT_A_TIME = 1000;

    /** Features and labels of so many examples each, in the type of the network. */
    public static Examples of(double[][] features, double[][] labels, DataType type) {
        return new Examples(
                Nd4j.createFromArray(features).castTo(type),
                Nd4j.createFromArray(labels).castTo(type));
    }

    /** Two-class examples: the one label column holds 0 or 1. */
    public static Examples binary(double[][] features, int[] classes, DataType type) {
        double[][] labels = new double[classes.length][1];
        for (int i = 0; i < classes.length; i++) {
            labels[i][0] = classes[i];
        }
        return of(features, labels, type);
    }

    /** Examples of classes from 0: {@link #binary} where there are two, else {@link #oneHot}. */
    static Examples classified(double[][] features, int[] classes, int classCount, DataType type) {
        return classCount == 2 ? binary(features, classes, type) : oneHot(features, classes, classCount, type);
    }

    /** Examples of several classes: a label column for each, 1 in that of the example's class and 0 elsewhere. */
    public static Examples oneHot(double[][] features, int[] classes, int classCount, DataType type) {
        double[][] labels = new double[classes.length][classCount];
        for (int i = 0; i < classes.length; i++) {
            labels[i][classes[i]] = 1;
        }
        return of(features, labels, type);
    }

    /** Examples without labels. */
    public static Examples unlabeled(double[][] features, DataType type) {
        return new Examples(Nd4j.createFromArray(features).castTo(type), Nd4j.empty(type));
    }

    /** How many. */
    public int count() {
        return (int) features.size(0);
    }

    /** Whether there is something to learn. */
    public boolean isLabeled() {
        return !labels.isEmpty();
    }

    /** The examples at these positions, copied in this order. */
    public Examples pick(int[] positions) {
        Examples picked = like(positions.length);
        pick(positions, picked);
        return picked;
    }

    /** Copies the examples at these positions, in this order, over as many others. */
    public void pick(int[] positions, Examples over) {
        if (positions.length != over.count()) {
            throw new IllegalArgumentException(positions.length + " examples over " + over.count());
        }
        Rows.copy(features, positions, over.features);
        if (isLabeled()) {
            Rows.copy(labels, positions, over.labels);
        }
    }

    private Examples like(int count) {
        return new Examples(like(features, count), isLabeled() ? like(labels, count) : labels);
    }

    private static INDArray like(INDArray array, int count) {
        long[] shape = array.shape().clone();
        shape[0] = count;
        return Nd4j.createUninitialized(array.dataType(), shape, 'c');
    }

    /** SHA-256 of all features, then all labels, as doubles in C order, in hexadecimal digits. */
    public String sha256() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        update(digest, features);
        update(digest, labels);
        return Hex.encodeHexString(digest.digest());
    }

    private static void update(MessageDigest digest, INDArray array) {
        if (array.isEmpty()) {
            return;
        }
        for (long from = 0; from < array.size(0); from += AT_A_TIME) {
            long to = Math.min(from + AT_A_TIME, array.size(0));
            double[] values =
                    array.get(NDArrayIndex.interval(from, to)).dup('c').data().asDouble();
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
            bytes.asDoubleBuffer().put(values);
            digest.update(bytes);
        }
    }

    /** The same examples, each a row; the numbers are shared. */
    public Examples flat() {
        return features.rank() == 2
                ? this
                : new Examples(features.reshape('c', features.size(0), features.length() / features.size(0)), labels);
    }

    /** The first so many examples, or all where there are fewer. */
    public Examples first(int most) {
        return most >= count() ? this : slice(0, most);
    }

    /** Examples {@code from} to {@code to}, {@code to} excluded. */
    public Examples slice(int from, int to) {
        return new Examples(
                features.get(NDArrayIndex.interval(from, to)),
                isLabeled() ? labels.get(NDArrayIndex.interval(from, to)) : labels);
    }
}
