package org.initbench.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The axes of a study's grid, and where a variant stands on each.
 *
 * @param paths what the grid varies, {@code network.depth}, in the order of the file; none without a grid
 */
public record GridAxes(List<String> paths) {

    /** Keeps its own list. */
    public GridAxes {
        paths = List.copyOf(paths);
    }

    /**
     * The axes of this grid.
     *
     * @param resolved the whole study
     */
    public static GridAxes of(ObjectNode resolved) {
        return new GridAxes(resolved.path("grid").properties().stream()
                .filter(axis -> axis.getValue().isArray() && !axis.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }

    /**
     * Where a variant stands on an axis: {@code relu} for {@code network.depth=5;network.activation=relu} and
     * {@code network.activation}. A value may hold {@code ;} and {@code =}: it ends where the next path begins.
     *
     * @return empty where the variant does not name the path
     */
    public String value(String variant, String path) {
        int place = paths.indexOf(path);
        int from = place < 0 ? -1 : start(variant, place);
        if (from < 0) {
            return "";
        }
        int to = place + 1 < paths.size() ? variant.indexOf(";" + paths.get(place + 1) + "=", from) : -1;
        return to < 0 ? variant.substring(from) : variant.substring(from, to);
    }

    /** Where the value of an axis begins; -1 where the variant does not name it. */
    private int start(String variant, int place) {
        if (!variant.startsWith(paths.get(0) + "=")) {
            return -1;
        }
        int from = paths.get(0).length() + 1;
        for (String path : paths.subList(1, place + 1)) {
            int separator = variant.indexOf(";" + path + "=", from);
            if (separator < 0) {
                return -1;
            }
            from = separator + path.length() + 2;
        }
        return from;
    }
}
