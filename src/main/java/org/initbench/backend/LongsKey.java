package org.initbench.backend;

import java.util.Arrays;

/** Numbers as the key of a map. They must not change afterwards. */
final class LongsKey {

    private final long[] values;
    private final int hash;

    LongsKey(long... values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongsKey key && hash == key.hash && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
