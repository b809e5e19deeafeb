package org.initbench.data;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the value that was asked for last, until memory runs short. */
final class LastValueCache<K, V> {

    private @Nullable K key;
    private SoftReference<V> value = new SoftReference<>(null);

    /** The value kept for this key, or a new one that is kept from now on. */
    synchronized V get(K wanted, Supplier<V> maker) {
        V kept = wanted.equals(key) ? value.get() : null;
        if (kept == null) {
            value.clear();
            kept = maker.get();
            key = wanted;
            value = new SoftReference<>(kept);
        }
        return kept;
    }
}
