package org.initbench.backend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * Shape descriptions that are made once. ND4J's own provider has a cache, but all its arrays come by a method that goes past
 * it: each view then costs several native calls and a native buffer.
 */
public final class CachedShapes extends DirectShapeInfoProvider {

    /** More than a study's networks come to; a program with ever new shapes begins anew. */
    private static final int MOST = 10_000;

    private final Map<LongsKey, Pair<DataBuffer, long[]>> known = new ConcurrentHashMap<>();

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType dataType, boolean empty) {
        LongsKey key = key(shape, stride, elementWiseStride, order, dataType, empty);
        Pair<DataBuffer, long[]> description = known.get(key);
        if (description == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            description = super.createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty);
            known.put(key, description);
        }
        return description;
    }

    private static LongsKey key(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType dataType, boolean empty) {
        long[] values = new long[shape.length + stride.length + 4];
        System.arraycopy(shape, 0, values, 0, shape.length);
        System.arraycopy(stride, 0, values, shape.length, stride.length);
        int next = shape.length + stride.length;
        values[next] = elementWiseStride;
        values[next + 1] = order;
        values[next + 2] = dataType.toInt();
        values[next + 3] = empty ? 1 : 0;
        return new LongsKey(values);
    }
}
