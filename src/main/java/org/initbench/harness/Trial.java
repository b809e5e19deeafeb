package org.initbench.harness;

import org.initbench.config.Study;
import org.initbench.init.Placement;
import org.initbench.result.TrialKey;
import org.initbench.scenario.Scenario;

/**
 * One training run to make.
 *
 * @param key its name
 * @param study with the variant's values in place
 * @param scenario with the variant's parameters
 * @param placement which initializer gives which weights
 */
public record Trial(TrialKey key, Study study, Scenario scenario, Placement placement) {}
