package org.initbench.config;

/** The numbers a field allows, and how a message says so. */
public enum Range {
    /** Above 0. */
    POSITIVE("a number above 0"),
    /** 0 and above. */
    NON_NEGATIVE("a number of at least 0"),
    /** From 0 to below 1. */
    BELOW_ONE("a number from 0 to below 1"),
    /** Between 0 and 1, both excluded. */
    FRACTION("a number above 0 and below 1"),
    /** Any finite number. */
    ANY("a number");

    private final String description;

    Range(String description) {
        this.description = description;
    }

    boolean allows(double value) {
        return Double.isFinite(value)
                && switch (this) {
                    case POSITIVE -> value > 0;
                    case NON_NEGATIVE -> value >= 0;
                    case BELOW_ONE -> value >= 0 && value < 1;
                    case FRACTION -> value > 0 && value < 1;
                    case ANY -> true;
                };
    }

    String description() {
        return description;
    }
}
