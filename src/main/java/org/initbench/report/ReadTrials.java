package org.initbench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initbench.check.CheckedTrial;
import org.initbench.result.RunLayers;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;

/**
 * The trials of a run as a report needs them, so that memory does not grow with what was measured inside their networks: that is
 * put together, and rows are left where there are histograms alone, of which a study keeps few repetitions.
 */
public final class ReadTrials {

    private final List<TrialResult> trials = new ArrayList<>();
    private final RunLayers layers = new RunLayers();
    private final Map<String, String> names = new HashMap<>();
    private final Map<TrialFacts, TrialFacts> facts = new HashMap<>();

    private final List<CheckedTrial> checked = new ArrayList<>();
    private final boolean isCheck;
    private final boolean isRace;

    /** None yet, of a check or of a study that trains. */
    public ReadTrials(boolean isCheck) {
        this(isCheck, false);
    }

    private ReadTrials(boolean isCheck, boolean isRace) {
        this.isCheck = isCheck;
        this.isRace = isRace;
    }

    /** None yet, of a race, in which each initializer has a learning rate of its own and they meet all the same. */
    public static ReadTrials ofRace() {
        return new ReadTrials(false, true);
    }

    /** Adds the next trial in the order of the study. */
    public void add(TrialResult ended) {
        TrialResult trial = isRace ? ended.withoutRate() : ended;
        if (isCheck) {
            checked.add(CheckedTrial.of(trial));
        }
        TrialResult thinned = Thinned.of(trial);
        layers.add(thinned);
        boolean hasHistograms =
                thinned.layers().stream().anyMatch(row -> !row.histogram().isEmpty());
        TrialKey key = trial.key();
        trials.add((hasHistograms ? thinned : thinned.withLayers(List.of()))
                .withKey(new TrialKey(
                        shared(key.scenario()),
                        shared(key.variant()),
                        shared(key.init()),
                        key.learningRate(),
                        key.repetition()))
                .withFacts(facts.computeIfAbsent(trial.facts(), same -> same)));
    }

    private String shared(String name) {
        return names.computeIfAbsent(name, same -> same);
    }

    List<CheckedTrial> checked() {
        return Collections.unmodifiableList(checked);
    }

    List<TrialResult> trials() {
        return Collections.unmodifiableList(trials);
    }

    RunLayers layers() {
        return layers;
    }
}
