package org.initbench.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.result.DurableFile;
import org.initbench.result.RunResults;
import org.initbench.stats.RunStatistics;

/** Draws what a run has to show, or several side by side. */
public final class Plots {

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private Plots() {}

    /**
     * Writes every picture for which the run has values.
     *
     * @param folder is made where it is not there
     * @return what was written, in the order in which to show it
     * @throws IOException if a file cannot be written
     */
    public static List<Picture> write(RunResults run, RunStatistics statistics, Path folder) throws IOException {
        return written(kinds(run, statistics), folder);
    }

    /**
     * Writes the pictures of a comparison of runs.
     *
     * @param folder is made where it is not there
     * @return what was written, in the order in which to show it
     * @throws IOException if a file cannot be written
     */
    public static List<Picture> write(Comparison comparison, Path folder) throws IOException {
        Palette palette = new Palette(
                comparison.ranks().stream().map(RankRow::init).sorted().toList());
        return written(
                List.of(
                        () -> Stream.of(CriticalDifference.sheet(comparison, palette)),
                        () -> PerformanceProfiles.sheets(comparison, palette)),
                folder);
    }

    private static List<Picture> written(List<Supplier<Stream<Sheet>>> kinds, Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return kinds.parallelStream()
                    .flatMap(kind -> kind.get().flatMap(sheet -> sheet.pages().stream()))
                    .map(sheet -> written(sheet, folder))
                    .toList();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private static Picture written(Sheet sheet, Path folder) {
        try {
            DurableFile.write(folder.resolve(sheet.fileName()), out -> PngFile.write(SheetPainter.paint(sheet), out));
            return sheet.picture();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<Supplier<Stream<Sheet>>> kinds(RunResults run, RunStatistics statistics) {
        Palette palette = new Palette(run.initializers());
        List<Supplier<Stream<Sheet>>> kinds = new ArrayList<>();
        if (!run.isCheck()) {
            kinds.addAll(List.of(
                    () -> RaceRounds.sheets(run, palette, statistics.race()),
                    () -> RateSensitivity.sheets(run, palette, statistics.tuning()),
                    () -> FinalMetric.sheets(run, palette),
                    () -> Trend.sheets(run, palette, statistics),
                    () -> CoordinateCheck.sheets(run, palette),
                    () -> LearningCurves.sheets(run, palette).stream(),
                    () -> RateSensitivity.sheets(run, palette, statistics.rates()),
                    () -> DecisionBoundaries.sheets(run),
                    () -> PredictedAgainstTrue.sheets(run)));
        }
        kinds.addAll(List.of(
                () -> LayerRms.sheets(run, palette),
                () -> GradientFlow.sheets(run),
                () -> Histograms.activations(run, palette),
                () -> Histograms.weights(run, palette),
                () -> LayerShares.dead(run),
                () -> LayerShares.saturated(run),
                () -> WeightMaps.sheets(run, palette)));
        return kinds;
    }
}
