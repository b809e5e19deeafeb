package org.initbench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.initbench.result.GridAxes;
import org.initbench.result.LayerRow;
import org.initbench.result.Table;
import org.initbench.result.TableFile;
import org.initbench.result.Tables;
import org.initbench.result.Tables.LayerBin;
import org.initbench.result.Tables.Part;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** The tables of a run's trials, all written in one pass over the trials, of which a few at a time are in memory. */
final class RunTables implements AutoCloseable {

    private final Path folder;
    private final GridAxes axes;
    private final List<Sink<?>> sinks;

    /** Tables in this folder, each with columns for these axes at the right. */
    RunTables(Path folder, GridAxes axes) {
        this.folder = folder;
        this.axes = axes;
        this.sinks = List.of(
                trials(Tables.TRIALS),
                trials(Tables.TIMINGS),
                parts(Tables.CURVES, TrialResult::curve),
                parts(Tables.LAYERS, TrialResult::layers),
                parts(Tables.HISTOGRAMS, RunTables::bins),
                parts(Tables.PREDICTIONS, TrialResult::predictions),
                parts(Tables.PREDICTED_VALUES, TrialResult::predictedValues),
                parts(Tables.BOUNDARY, TrialResult::boundary),
                parts(Tables.WEIGHTS, TrialResult::weights),
                parts(Tables.ADJUSTMENTS, TrialResult::adjustments),
                parts(Tables.SPECTRUM, TrialResult::spectrum));
    }

    /** The rows that a trial adds to each of the tables; asked for by several threads at once. */
    List<String> lines(TrialResult trial) {
        return sinks.stream().map(sink -> sink.lines(trial)).toList();
    }

    /** Adds the rows of the plan's next trial. */
    void add(List<String> lines) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            sinks.get(i).add(lines.get(i));
        }
    }

    /** Puts every table that has rows under its name. */
    void commit() throws IOException {
        for (Sink<?> sink : sinks) {
            sink.commit();
        }
    }

    @Override
    public void close() throws IOException {
        for (Sink<?> sink : sinks) {
            sink.close();
        }
    }

    private Sink<TrialResult> trials(Table<TrialResult> table) {
        return new Sink<>(table.with(axes, trial -> trial.key().variant()), Stream::of);
    }

    private <T> Sink<Part<T>> parts(Table<Part<T>> table, Function<TrialResult, List<T>> parts) {
        return new Sink<>(table.with(axes, part -> part.trial().key().variant()), trial -> parts.apply(trial).stream()
                .map(part -> new Part<>(trial, part)));
    }

    private static List<LayerBin> bins(TrialResult trial) {
        return trial.layers().stream().flatMap(RunTables::bins).toList();
    }

    private static Stream<LayerBin> bins(LayerRow layer) {
        return layer.histogram().stream().map(bin -> new LayerBin(layer, bin));
    }

    /** A table, begun with its first rows, and those that a trial adds to it. */
    private final class Sink<R> implements AutoCloseable {

        private final Table<R> table;
        private final Function<TrialResult, Stream<R>> rows;
        private @Nullable TableFile file;

        Sink(Table<R> table, Function<TrialResult, Stream<R>> rows) {
            this.table = table;
            this.rows = rows;
        }

        String lines(TrialResult trial) {
            return table.lines(rows.apply(trial));
        }

        void add(String lines) throws IOException {
            if (lines.isEmpty()) {
                return;
            }
            if (file == null) {
                file = table.begin(folder);
            }
            file.add(lines);
        }

        void commit() throws IOException {
            if (file != null) {
                file.commit();
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
