package org.initbench.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.Keep;
import org.initbench.config.Study;
import org.initbench.data.DataFolders;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.init.Placement;
import org.initbench.result.Kept;
import org.initbench.result.TrialKey;
import org.initbench.scenario.Scenario;

/**
 * One training run to make.
 *
 * @param key its name
 * @param study with the variant's values in place
 * @param scenario with the variant's parameters
 * @param placement which initializer gives which weights
 * @param folders where files of data are looked for
 */
public record Trial(TrialKey key, Study study, Scenario scenario, Placement placement, DataFolders folders) {

    /** Which of the large tables its rows are kept in. */
    public Kept kept() {
        Keep keep = study.keep();
        int repetition = key.repetition();
        return new Kept(
                repetition < keep.boundary(),
                repetition < keep.predictions(),
                repetition < keep.weights(),
                repetition < keep.histograms());
    }

    /** What its scenario, its source of data and its initializers are called: names with dots are those of classes. */
    public List<String> classNames() {
        String source = study.resolved().at("/data/source").asText();
        Stream<String> initializers = Stream.concat(
                        placement.all().stream(), Optional.ofNullable(placement.biases()).stream())
                .map(named -> named.spec().replaceFirst("\\(.*", ""));
        return Stream.concat(Stream.of(study.scenario(), source), initializers).toList();
    }

    /** Its data, the same for every initializer. */
    public TrialData data() {
        return scenario.data(
                new DataRequest(study.seed(), key.repetition(), TrainingSetup.type(study.training()), folders));
    }
}
