package org.initbench.trial;

/** Not a scenario; once it is initialized there is a system property that says so. */
final class Loud {

    static final String PROPERTY = "initbench.loud";

    static {
        System.setProperty(PROPERTY, "true");
    }

    private Loud() {}
}
