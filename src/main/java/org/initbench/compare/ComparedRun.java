package org.initbench.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.initbench.result.RunResults;
import org.jspecify.annotations.Nullable;

/**
 * A finished run among others.
 *
 * @param name of its folder, the study's name left out
 * @param results study and trials
 * @param fingerprint what it was made with; null in runs of earlier versions
 */
public record ComparedRun(String name, RunResults results, @Nullable ObjectNode fingerprint) {}
