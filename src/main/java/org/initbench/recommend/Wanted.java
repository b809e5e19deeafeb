package org.initbench.recommend;

/**
 * A trial that a stage asks for.
 *
 * @param repetition from 0 in each stage
 */
public record Wanted(String variant, String init, double learningRate, int repetition) {

    /** The same in another round. */
    Wanted in(int round) {
        return new Wanted(variant, init, learningRate, round);
    }
}
