package org.initbench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.document.DocumentSection.Compared;
import org.initbench.document.DocumentSection.NotComparable;
import org.initbench.plot.Names;
import org.initbench.plot.Palette;
import org.initbench.plot.Picture;
import org.initbench.report.PageData.Image;
import org.initbench.report.PageData.Initializer;
import org.initbench.report.PageData.Measure;
import org.initbench.report.PageData.Trend;
import org.initbench.result.Metric;
import org.initbench.result.NumericAxis;
import org.initbench.result.RunFileNames;
import org.initbench.result.RunResults;

/** Gathers what the pages say of a run. */
final class Page {

    /** Characters; with library, style and script, the page stays below five megabytes. */
    private static final int MOST_DATA = 3_800_000;

    /** How the names of pictures begin that stand on the page of a race. */
    private static final List<String> SHOWN = List.of("race", "learning-rate-sensitivity");

    private Page() {}

    /** With as much of the run as fits. */
    static PageData of(Report report) {
        List<PageBudget> levels = PageBudget.LEVELS;
        return levels.stream()
                .map(budget -> of(report, budget))
                .filter(page -> PageJson.of(page).length() <= MOST_DATA)
                .findFirst()
                .orElseGet(() -> of(report, levels.get(levels.size() - 1)));
    }

    private static PageData of(Report report, PageBudget budget) {
        RunResults run = report.run().results();
        return new PageData(
                run.title(),
                run.study(),
                new Measure(
                        run.metric().column(),
                        Names.of(run.metric()),
                        !run.metric().isAccuracy()),
                report.verdict(),
                report.document() instanceof NotComparable different ? different.reason() : null,
                initializers(run.initializers()),
                run.variants(),
                run.learningRates(),
                images(report),
                tables(report).stream().map(budget::cut).toList(),
                new Groups(run, report.statistics(), budget).all(),
                NumericAxis.of(run)
                        .map(axis -> new Trend(axis.path(), axis.numbers(), axis.others()))
                        .orElse(null),
                metrics(),
                LayerData.labels(),
                Facts.of(report.run().manifest()),
                Reproduction.of(run.resolved(), report.run().manifest(), run.study()),
                notes(run, budget));
    }

    private static Map<String, String> metrics() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(Metric.values()).forEach(metric -> labels.put(metric.column(), Names.of(metric)));
        return labels;
    }

    private static List<Initializer> initializers(List<String> names) {
        Palette palette = new Palette(names);
        return IntStream.range(0, names.size())
                .mapToObj(place -> new Initializer(
                        names.get(place),
                        palette.light(names.get(place)),
                        palette.dark(names.get(place)),
                        palette.mark(names.get(place)),
                        palette.round(names.get(place)),
                        place))
                .toList();
    }

    /** The race, and the learning rates beside it. */
    private static List<Image> images(Report report) {
        return report.run().recommendation() == null
                ? List.of()
                : report.pictures().stream()
                        .filter(picture -> SHOWN.stream().anyMatch(picture.fileName()::startsWith))
                        .map(picture -> image(report.run().folder().resolve(RunFileNames.PLOTS), picture))
                        .toList();
    }

    private static Image image(Path folder, Picture picture) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve(picture.fileName()));
            return new Image(
                    picture.title(),
                    picture.description(),
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ReportTable> tables(Report report) {
        RunResults run = report.run().results();
        TableFrame frame = new TableFrame(run, report.statistics());
        List<ReportTable> all = new ArrayList<>();
        if (!report.statistics().race().isEmpty()) {
            all.add(RaceTable.of(frame, report.statistics().race()));
            all.add(RateTable.of(frame, report.statistics().tuning()));
        }
        if (!report.run().checks().isEmpty()) {
            all.add(CheckTable.of(frame, report.run().checks()));
        }
        if (run.isCheck()) {
            all.add(EndingTable.of(frame));
            all.add(GapTable.of(frame));
            all.add(ReadTable.of(report.run().manifest()));
            all.removeIf(table -> table.rows().isEmpty());
            return all.stream().map(ReportTable::withoutEmptyColumns).toList();
        }
        if (report.document() instanceof Compared compared) {
            all.add(DocumentTable.of(frame, compared));
        }
        if (report.statistics().summary().stream().anyMatch(row -> row.rank().mean() != null)) {
            all.add(RankingTable.of(frame));
        }
        all.add(ComparisonTable.of(frame));
        all.add(RateTable.of(frame, report.statistics().rates()));
        all.add(EndingTable.of(frame));
        all.add(AdviceTable.of(frame));
        all.add(GapTable.of(frame));
        all.add(ReadTable.of(report.run().manifest()));
        all.removeIf(table -> table.rows().isEmpty());
        return all.stream().map(ReportTable::withoutEmptyColumns).toList();
    }

    private static List<String> notes(RunResults run, PageBudget budget) {
        List<String> notes = new ArrayList<>();
        notes.add("Numbers in charts have six digits; the CSV files beside this page have all of them.");
        notes.addAll(budget.notes(run));
        return notes;
    }
}
