package org.initbench.init;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does the same work on several threads at once. */
final class ManyThreads {

    private static final int THREADS = 4;

    private ManyThreads() {}

    /** What each thread makes of the items, in their order. Each begins elsewhere, so that other items come before one. */
    static <T, R> List<List<R>> map(List<T> items, Function<T, R> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<R>>> walks = IntStream.range(0, THREADS)
                    .mapToObj(thread -> walk(items, thread * items.size() / THREADS, work))
                    .toList();
            List<List<R>> results = new ArrayList<>();
            for (Future<List<R>> walk : executor.invokeAll(walks)) {
                results.add(walk.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T, R> Callable<List<R>> walk(List<T> items, int start, Function<T, R> work) {
        return () -> {
            List<T> rotated = new ArrayList<>(items);
            Collections.rotate(rotated, -start);
            List<R> results = new ArrayList<>(rotated.stream().map(work).toList());
            Collections.rotate(results, start);
            return results;
        };
    }
}
