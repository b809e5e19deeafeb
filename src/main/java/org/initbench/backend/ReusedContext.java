package org.initbench.backend;

import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * What is handed to one native operation after the other, with native memory for its arguments that is made once. ND4J's own
 * leaves all of that to the garbage collector after each operation.
 */
final class ReusedContext extends CpuOpContext {

    /** Operations of a network have a handful; others get a context of their own. */
    static final int MOST_ARGUMENTS = 64;

    private final NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final LongPointer integers = new LongPointer(MOST_ARGUMENTS);
    private final DoublePointer numbers = new DoublePointer(MOST_ARGUMENTS);
    private final BooleanPointer flags = new BooleanPointer(MOST_ARGUMENTS);
    private final IntPointer types = new IntPointer(MOST_ARGUMENTS);
    private boolean isInUse;

    /** False while an operation has it: one within another needs its own. */
    boolean isFree() {
        return !isInUse;
    }

    void open() {
        shapeFunctionOverride(false);
        isInUse = true;
    }

    @Override
    public void close() {
        purge();
        isInUse = false;
    }

    // ND4J's own pass nothing on where there are no arguments: those of the operation before would stay.

    @Override
    public void setIArguments(long... arguments) {
        if (arguments.length + fastpath_i.size() > 0) {
            integers.put(arguments, 0, arguments.length);
            ops.setGraphContextIArguments(context(), integers, arguments.length);
            fastpath_i.clear();
            for (long argument : arguments) {
                fastpath_i.add(argument);
            }
        }
    }

    @Override
    public void setTArguments(double... arguments) {
        if (arguments.length + fastpath_t.size() > 0) {
            numbers.put(arguments, 0, arguments.length);
            ops.setGraphContextTArguments(context(), numbers, arguments.length);
            fastpath_t.clear();
            for (double argument : arguments) {
                fastpath_t.add(argument);
            }
        }
    }

    @Override
    public void setBArguments(boolean... arguments) {
        if (arguments.length + fastpath_b.size() > 0) {
            fastpath_b.clear();
            for (int i = 0; i < arguments.length; i++) {
                flags.put(i, arguments[i]);
                fastpath_b.add(arguments[i]);
            }
            ops.setGraphContextBArguments(context(), flags, arguments.length);
        }
    }

    @Override
    public void setDArguments(DataType... arguments) {
        if (arguments.length + fastpath_d.size() > 0) {
            fastpath_d.clear();
            for (int i = 0; i < arguments.length; i++) {
                types.put(i, arguments[i].toInt());
                fastpath_d.add(arguments[i]);
            }
            ops.setGraphContextDArguments(context(), types, arguments.length);
        }
    }

    private OpaqueContext context() {
        return (OpaqueContext) contextPointer();
    }
}
