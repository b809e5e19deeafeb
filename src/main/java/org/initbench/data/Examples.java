package org.initbench.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Examples of one split, built once and used by every iteration.
 *
 * @param features (examples, …)
 * @param labels (examples, outputs), or (examples, outputs, steps); of no width where there is nothing to learn
 * @param featuresMask (examples, steps), 1 where a sequence has a step and 0 where it is padded; null where none is
 * @param labelsMask likewise of labels that have steps; null likewise
 */
public record Examples(
        INDArray features, INDArray labels, @Nullable INDArray featuresMask, @Nullable INDArray labelsMask) {

    private static final long AT_A_TIME = 1000;

    /** Examples of which nothing is padded. */
    public Examples(INDArray features, INDArray labels) {
        this(features, labels, null, null);
    }

    /** The same examples in another form, steps and padding as they are. */
    public Examples with(INDArray otherFeatures, INDArray otherLabels) {
        return new Examples(otherFeatures, otherLabels, featuresMask, labelsMask);
    }

    /** As DL4J takes them. */
    public DataSet dataSet() {
        return new DataSet(features, labels, featuresMask, labelsMask);
    }

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
        copyMask(featuresMask, positions, over.featuresMask);
        copyMask(labelsMask, positions, over.labelsMask);
    }

    private static void copyMask(@Nullable INDArray from, int[] positions, @Nullable INDArray to) {
        if (from != null && to != null) {
            Rows.copy(from, positions, to);
        }
    }

    private Examples like(int count) {
        return new Examples(
                like(features, count),
                isLabeled() ? like(labels, count) : labels,
                featuresMask == null ? null : like(featuresMask, count),
                labelsMask == null ? null : like(labelsMask, count));
    }

    private static INDArray like(INDArray array, int count) {
        long[] shape = array.shape().clone();
        shape[0] = count;
        return Nd4j.createUninitialized(array.dataType(), shape, 'c');
    }

    /** SHA-256 of all features, then all labels, then masks, as doubles in C order, in hexadecimal digits. */
    public String sha256() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        update(digest, features);
        update(digest, labels);
        for (INDArray mask :
                Stream.of(featuresMask, labelsMask).filter(Objects::nonNull).toList()) {
            update(digest, mask);
        }
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
                : with(features.reshape('c', features.size(0), features.length() / features.size(0)), labels);
    }

    /** The first so many examples, or all where there are fewer. */
    public Examples first(int most) {
        return most >= count() ? this : slice(0, most);
    }

    /** Examples {@code from} to {@code to}, {@code to} excluded. */
    public Examples slice(int from, int to) {
        return new Examples(
                slice(features, from, to),
                isLabeled() ? slice(labels, from, to) : labels,
                featuresMask == null ? null : slice(featuresMask, from, to),
                labelsMask == null ? null : slice(labelsMask, from, to));
    }

    private static INDArray slice(INDArray array, int from, int to) {
        return array.get(NDArrayIndex.interval(from, to));
    }
}
