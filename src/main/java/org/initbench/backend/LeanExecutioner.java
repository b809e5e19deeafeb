package org.initbench.backend;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNormDerivative;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * Executes operations as ND4J does, with less made anew for each: descriptions of subarrays are kept, and the contexts of
 * operations that bring their own arguments are used again.
 */
public final class LeanExecutioner extends NativeOpExecutioner {

    /** More than a study's networks come to; a program with ever new shapes begins anew. */
    private static final int MOST = 10_000;

    private final Map<LongsKey, TadPack> subarrays = new ConcurrentHashMap<>();
    private final ThreadLocal<ReusedContext> contexts = ThreadLocal.withInitial(ReusedContext::new);
    private final ThreadLocal<Boolean> wantsReused = ThreadLocal.withInitial(() -> false);

    @Override
    public INDArray[] exec(CustomOp op) {
        wantsReused.set(op.numIArguments() <= ReusedContext.MOST_ARGUMENTS
                && op.numTArguments() <= ReusedContext.MOST_ARGUMENTS
                && op.numBArguments() <= ReusedContext.MOST_ARGUMENTS
                && op.numDArguments() <= ReusedContext.MOST_ARGUMENTS);
        try {
            return super.exec(op);
        } finally {
            wantsReused.set(false);
        }
    }

    // ND4J takes addresses of an operation's arrays, such as its dimensions, and hands them to native code. Nothing
    // keeps the arrays
    // meanwhile: the garbage collector may free them before they are read.

    @Override
    public INDArray exec(Op op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        straighten(op, context);
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    /** Native normalization ends the process where its input is a transposed view, as that of sequences is. */
    private static void straighten(CustomOp op, OpContext context) {
        if (op instanceof BatchNorm || op instanceof BatchNormDerivative) {
            List<INDArray> inputs = context.getInputArrays();
            for (int i = 0; i < inputs.size(); i++) {
                if (!Shape.hasDefaultStridesForShape(inputs.get(i))) {
                    context.setInputArray(i, inputs.get(i).dup('c'));
                }
            }
        }
    }

    /** Called by {@code exec} above, which closes it after the operation, and by those who keep it as long as they like. */
    @Override
    public OpContext buildContext() {
        if (wantsReused.get()) {
            wantsReused.set(false);
            ReusedContext context = contexts.get();
            if (context.isFree()) {
                context.open();
                return context;
            }
        }
        return super.buildContext();
    }

    /** ND4J's native code keeps each of them for good too, so that to keep them here costs little. */
    @Override
    public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimension) {
        LongsKey key = key(array.shapeInfoJava(), dimension);
        TadPack pack = subarrays.get(key);
        if (pack == null) {
            if (subarrays.size() >= MOST) {
                subarrays.clear();
            }
            pack = super.tadShapeInfoAndOffsets(array, dimension);
            subarrays.put(key, pack);
        }
        return pack;
    }

    private static LongsKey key(long[] shape, int[] dimension) {
        long[] values = new long[shape.length + dimension.length];
        System.arraycopy(shape, 0, values, 0, shape.length);
        for (int i = 0; i < dimension.length; i++) {
            values[shape.length + i] = dimension[i];
        }
        return new LongsKey(values);
    }
}
