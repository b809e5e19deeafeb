package org.initbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.initbench.check.CheckRow;
import org.initbench.recommend.Stage;
import org.initbench.recommend.StageTrials;
import org.initbench.recommend.Wanted;
import org.initbench.result.RunFileNames;
import org.initbench.result.StudyFile;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;

/** The trials that the stages of a recommendation asked for, read back from the folder of the run. */
final class StageFiles implements StageTrials {

    private final Path folder;
    private final StudyFile study;
    private final RecommendationFile file;
    private final Set<TrialKey> raced = new LinkedHashSet<>();

    StageFiles(Path folder, StudyFile study, RecommendationFile file) {
        this.folder = folder;
        this.study = study;
        this.file = file;
    }

    /** The trials of the race that were asked for so far. */
    Set<TrialKey> raced() {
        return raced;
    }

    @Override
    public List<CheckRow> checked() throws IOException {
        return RunFiles.read(folder.resolve(RunFileNames.CHECK), null).checks();
    }

    @Override
    public int checks() {
        return file.spent().check();
    }

    @Override
    public String whyNoRace() {
        return file.whyNoRace();
    }

    @Override
    public List<Double> rates() {
        List<Double> rates = new ArrayList<>();
        study.study().at("/training/learningRates").forEach(rate -> rates.add(rate.asDouble()));
        return rates.isEmpty()
                ? List.of(study.study().at("/training/learningRate").asDouble())
                : rates;
    }

    @Override
    public String target() {
        return study.study().at("/target/metric").asText();
    }

    @Override
    public List<TrialResult> of(Stage stage, List<Wanted> wanted) throws IOException {
        Path where = stage == Stage.RACE ? folder : folder.resolve(RunFileNames.TUNING);
        int first = stage == Stage.RACE
                ? 0
                : StudyFile.read(where)
                        .map(tuning -> tuning.study().path("firstRepetition").asInt())
                        .orElse(0);
        TrialFiles files = new TrialFiles(where.resolve(RunFileNames.TRIALS));
        List<TrialResult> results = new ArrayList<>();
        for (Wanted each : wanted) {
            TrialKey key = new TrialKey(
                    study.scenario(), each.variant(), each.init(), each.learningRate(), first + each.repetition());
            results.add(files.read(key)
                    .orElseThrow(() -> new IOException(files.file(key)
                            + " is missing or damaged; the command of the run with -Drun=" + folder.getFileName()
                            + " runs that trial again")));
            if (stage == Stage.RACE) {
                raced.add(key);
            }
        }
        return results;
    }
}
