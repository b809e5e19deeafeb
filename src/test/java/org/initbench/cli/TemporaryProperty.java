package org.initbench.cli;

import org.jspecify.annotations.Nullable;

/** Sets a system property and puts back on closing what was there before. */
final class TemporaryProperty implements AutoCloseable {

    private final String name;
    private final @Nullable String before;

    TemporaryProperty(String name, String value) {
        this.name = name;
        this.before = System.setProperty(name, value);
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, before);
        }
    }
}
