package org.initbench.result;

/**
 * Wall-clock time of a trial, and what it cost the process that ran it.
 *
 * @param seconds from first building the network to the last measurement
 * @param iterationsPerSecond of training, probes and evaluation included
 * @param probeSeconds spent measuring layers
 * @param worker that ran it, from 1; 0 for the JVM of the command
 * @param memory of the process when the trial had ended, in bytes
 */
public record Timing(double seconds, double iterationsPerSecond, double probeSeconds, int worker, long memory) {}
