package org.initbench.step;

import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** oneDNN on this processor, called directly: its primitives keep the layouts that they find best, where DL4J's operations go back and forth. */
final class Dnnl {

    private final engine processor = new engine(engine.kind.cpu, 0);
    private final stream calls = new stream(processor);

    private static final class Holder {
        private static final @Nullable Dnnl INSTANCE = open();

        private static @Nullable Dnnl open() {
            try {
                Loader.load(dnnl.class);
                return new Dnnl();
            } catch (LinkageError absent) {
                return null;
            }
        }
    }

    private Dnnl() {}

    /** Empty where there is no library for this system. */
    static Optional<Dnnl> here() {
        return Optional.ofNullable(Holder.INSTANCE);
    }

    engine processor() {
        return processor;
    }

    /** Memory of its own. */
    memory memory(memory.desc layout) {
        return new memory(layout, processor);
    }

    /** A view of memory that an array owns. */
    memory view(memory.desc layout, INDArray array) {
        return new memory(layout, processor, pointer(array));
    }

    /** Where the floats of an array lie. */
    static Pointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /** The same numbers in this layout, by a call more where they lie otherwise. */
    memory as(memory.desc layout, memory given, List<Runnable> calls) {
        if (given.get_desc().equals(layout)) {
            return given;
        }
        memory other = memory(layout);
        calls.add(copy(given, other));
        return other;
    }

    /** The sum of two that lie the same way. */
    private Runnable sum(memory one, memory other, memory result) {
        return call(
                new binary(new binary.primitive_desc(
                        new binary.desc(algorithm.binary_add, one.get_desc(), other.get_desc(), result.get_desc()),
                        processor)),
                dnnl.DNNL_ARG_SRC_0,
                one,
                dnnl.DNNL_ARG_SRC_1,
                other,
                dnnl.DNNL_ARG_DST,
                result);
    }

    /** The sum of several that lie the same way. */
    memory sum(List<memory> summands, List<Runnable> added) {
        memory left = summands.get(0);
        if (summands.size() == 1) {
            return left;
        }
        memory sum = memory(left.get_desc());
        for (memory right : summands.subList(1, summands.size())) {
            added.add(sum(left, as(sum.get_desc(), right, added), sum));
            left = sum;
        }
        return sum;
    }

    /** Floats of these sizes, one after the other. */
    static memory.desc plain(memory.format_tag order, long... sizes) {
        return new memory.desc(sizes, memory.data_type.f32, order);
    }

    /** In whatever layout is best. */
    static memory.desc any(long... sizes) {
        return plain(memory.format_tag.any, sizes);
    }

    /**
     * A primitive and what it works on.
     *
     * @param made the primitive
     * @param arguments places of memory, each after its role
     */
    Runnable call(primitive made, Object... arguments) {
        IntMemoryMap map = new IntMemoryMap();
        for (int i = 0; i < arguments.length; i += 2) {
            map.put((Integer) arguments[i], (memory) arguments[i + 1]);
        }
        return () -> made.execute(calls, map);
    }

    /** A copy from one layout into another. */
    Runnable copy(memory from, memory to) {
        return call(new reorder(from, to), dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to);
    }
}
