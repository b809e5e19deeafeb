package org.initbench.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One variant of a study, read and validated; the scenario's own sections are read by the scenario.
 *
 * @param scenario name of the scenario class
 * @param title one line for people
 * @param training how to train
 * @param initializers specs as given
 * @param repetitions how often each trial is repeated with other seeds
 * @param firstRepetition the number of the first of these
 * @param seed from which every other seed is derived
 * @param curve when a point of the learning curve is recorded
 * @param evaluation when the test set is evaluated
 * @param probes when and how layers are measured
 * @param keep of which repetitions the large tables are kept
 * @param target what ranks the initializers
 * @param check whether trials are the few updates of a check, scored by nothing but their own minibatches
 * @param resolved the whole study as read, defaults included
 */
public record Study(
        String scenario,
        String title,
        Training training,
        List<String> initializers,
        int repetitions,
        int firstRepetition,
        long seed,
        Cadence curve,
        Cadence evaluation,
        Probes probes,
        Keep keep,
        Target target,
        boolean check,
        ObjectNode resolved) {}
