package org.initbench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initbench.result.TrialKey;

/** Progress that tests can read. */
class Notes implements Progress {

    private final List<String> sentences = Collections.synchronizedList(new ArrayList<>());
    private final List<TrialKey> finished = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void begin(int kept, int all) {}

    @Override
    public void finished(TrialKey trial, String status) {
        finished.add(trial);
    }

    @Override
    public void note(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void close() {}

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    List<TrialKey> finished() {
        return List.copyOf(finished);
    }
}
