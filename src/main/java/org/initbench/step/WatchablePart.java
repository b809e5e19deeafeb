package org.initbench.step;

import java.util.Map;
import org.initbench.network.LayerWatcher;
import org.jspecify.annotations.Nullable;

/** A part that shows what goes through its layer. */
abstract class WatchablePart implements Part {

    private final String key;

    /** Null while nobody watches. */
    @Nullable
    LayerWatcher watcher;

    /** One whose watcher is known by this key. */
    WatchablePart(String key) {
        this.key = key;
    }

    @Override
    public final boolean isWatchable() {
        return true;
    }

    @Override
    public final void watch(Map<String, LayerWatcher> watchers) {
        watcher = watchers.get(key);
    }
}
