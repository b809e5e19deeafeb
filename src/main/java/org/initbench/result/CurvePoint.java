package org.initbench.result;

/**
 * A row of {@code curves.csv}: values before update {@code iteration}, or of the trained network in the last row.
 *
 * @param iteration from 0
 * @param epoch that the iteration belongs to, from 0
 * @param stepSize learning rate of the update
 * @param train scores on the minibatch of the iteration; on the whole training set in the last row
 * @param test scores on the test set, where it was evaluated
 */
public record CurvePoint(int iteration, int epoch, double stepSize, Scores train, Scores test) {}
