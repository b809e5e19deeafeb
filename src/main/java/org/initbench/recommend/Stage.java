package org.initbench.recommend;

/** What trials are for. */
public enum Stage {
    /** To see who can learn at all. */
    CHECK,
    /** To choose learning rates; never judged. */
    TUNING,
    /** To tell who is best. */
    RACE
}
