package org.initbench.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.initbench.process.ChildJvm;
import org.initbench.process.ChildJvm.Ending.Exited;
import org.initbench.process.ChildJvm.Ending.Killed;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * What DL4J's {@code OrthogonalDistribution} did for one shape: a row of {@code orthogonal.csv}.
 *
 * @param deviation largest entry of |WᵀW − I|, or of |WWᵀ − I| for wide matrices; null where there are no weights
 * @param remark how the process ended, where there are no weights
 */
public record OrthogonalRow(Shape shape, Outcome outcome, @Nullable Double deviation, String remark) {

    /** How a draw ended. */
    public enum Outcome {
        ORTHOGONAL,
        NOT_ORTHOGONAL,
        HUNG,
        /** Native code ended the process. */
        CRASHED,
        /** DL4J threw an exception. */
        FAILED;

        /** {@code not orthogonal}, … */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Shapes that DL4J's users may well have. */
    static final List<Shape> SHAPES = List.of(
            Shape.dense(16, 16),
            Shape.dense(17, 17),
            Shape.dense(32, 32),
            Shape.dense(64, 64),
            Shape.dense(60, 100),
            Shape.dense(100, 100),
            Shape.dense(784, 100),
            Shape.convolution(8, 16, 3, 3, 1));

    /** Far above what single precision loses in sums of 784 products. */
    private static final double TOLERANCE = 1e-4;

    private static final int UNCAUGHT = 1;

    /** {@code orthogonal.csv}. */
    static Table<OrthogonalRow> table() {
        return new Table<OrthogonalRow>("orthogonal.csv")
                .column("shape", row -> row.shape().text())
                .column("outcome", row -> row.outcome().text())
                .column("deviation", OrthogonalRow::deviation)
                .column("remark", OrthogonalRow::remark);
    }

    /**
     * Draws for every shape, each in a process of its own.
     *
     * @param limit after which a process counts as hung; 0 draws nothing
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if this thread was interrupted
     */
    public static List<OrthogonalRow> audit(Duration limit) throws IOException, InterruptedException {
        List<OrthogonalRow> rows = new ArrayList<>();
        for (Shape shape : limit.isZero() ? List.<Shape>of() : SHAPES) {
            rows.add(of(shape, limit));
        }
        return rows;
    }

    static OrthogonalRow of(Shape shape, Duration limit) throws IOException, InterruptedException {
        List<String> sizes = Stream.of(
                        shape.inputs(), shape.units(), shape.kernelHeight(), shape.kernelWidth(), shape.stride())
                .map(String::valueOf)
                .toList();
        return of(shape, new ChildJvm(OrthogonalMain.class, sizes).run(limit));
    }

    /** What the end of the process says. */
    static OrthogonalRow of(Shape shape, ChildJvm.Ending ending) {
        if (ending instanceof Killed killed) {
            return new OrthogonalRow(
                    shape, Outcome.HUNG, null, "killed after " + killed.limit().toSeconds() + " s");
        }
        Exited exited = (Exited) ending;
        if (exited.code() == 0) {
            double deviation = exited.output()
                    .lines()
                    .filter(line -> line.startsWith(OrthogonalMain.RESULT))
                    .mapToDouble(line -> Double.parseDouble(line.substring(OrthogonalMain.RESULT.length())))
                    .findFirst()
                    .orElseThrow();
            Outcome outcome = deviation <= TOLERANCE ? Outcome.ORTHOGONAL : Outcome.NOT_ORTHOGONAL;
            return new OrthogonalRow(shape, outcome, deviation, "");
        }
        return exited.code() == UNCAUGHT
                ? new OrthogonalRow(shape, Outcome.FAILED, null, exception(exited.output()))
                : new OrthogonalRow(shape, Outcome.CRASHED, null, "exit code " + exited.code());
    }

    /** The exception's own line. */
    private static String exception(String output) {
        return output.lines()
                .filter(line -> line.startsWith("Exception in thread"))
                .findFirst()
                .orElse("exit code " + UNCAUGHT);
    }
}
