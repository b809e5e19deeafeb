package org.initbench.step;

/** Numbers from a place to another, which is not among them. */
record Range(int from, int to) {

    int length() {
        return to - from;
    }

    /** The least that has all of both. */
    Range with(Range other) {
        return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }
}
