package org.initbench.result;

/**
 * Names a trial: the first columns of every table.
 *
 * @param scenario name of the study
 * @param variant point of the grid, {@code network.activation=relu}; empty without a grid
 * @param init normalized spec of the initializer
 * @param learningRate of the trial
 * @param repetition from 0
 */
public record TrialKey(String scenario, String variant, String init, double learningRate, int repetition) {}
