package org.initbench.run;

import org.initbench.testing.Plans;

/** Tells the fingerprint of a study in a process where nothing else happens. */
public final class FingerprintMain {

    static final String SAID = "nd4j-native 1.0.0-M2.1";

    private FingerprintMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println(Fingerprint.of(Plans.of("mnist", "data.source=synthetic,data.train=30,data.test=20")));
    }
}
