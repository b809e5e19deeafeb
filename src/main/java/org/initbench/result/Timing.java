package org.initbench.result;

/**
 * Wall-clock time of a trial.
 *
 * @param seconds from first building the network to the last measurement
 * @param iterationsPerSecond of training, probes and evaluation included
 * @param probeSeconds spent measuring layers
 * @param worker that ran it
 */
public record Timing(double seconds, double iterationsPerSecond, double probeSeconds, int worker) {}
