package org.initbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mappings of a study whose {@code name} decides which settings may stand beside it. The name alone may stand for the mapping,
 * and a new name takes the settings of the old one away.
 */
final class NamedMappings {

    static final String NAME = "name";

    private static final Set<String> PATHS = Set.of("training.updater", "training.schedule");
    private static final String AXIS = "grid.";
    private static final String NAME_ENDING = "." + NAME;

    private NamedMappings() {}

    /** What is meant by a value at a path: the mapping where its name stands for it, else the value itself. */
    static JsonNode meant(String path, JsonNode value) {
        return PATHS.contains(path) && value.isTextual() ? named(value) : value;
    }

    /** A mapping of that name without settings. */
    static ObjectNode named(JsonNode name) {
        return JsonNodeFactory.instance.objectNode().set(NAME, name);
    }

    /** Takes out what belongs to another name than the one that is put there. */
    static void rename(String path, ObjectNode mapping, JsonNode name) {
        JsonNode before = mapping.get(NAME);
        if (isName(path) && before != null && !before.equals(name)) {
            mapping.removeAll();
        }
    }

    /** The other path by which the same choice is made: of a mapping that of its name, and the other way round. */
    static Optional<String> twin(String path) {
        if (PATHS.contains(path)) {
            return Optional.of(path + NAME_ENDING);
        }
        return isName(path) ? Optional.of(mappingOf(path)) : Optional.empty();
    }

    /** Values by path, grids over these mappings first, then whole mappings, then names, then settings, so that nothing takes away what was given with it. */
    static <T> List<Map.Entry<String, T>> inOrder(Map<String, T> values) {
        return values.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                .toList();
    }

    /**
     * Puts the mappings whose name a grid varies back to how the study gives them: in each variant only the settings of its
     * own name are left, and the grid must find them all when it is expanded again.
     */
    static void restore(ObjectNode study, ObjectNode resolved) {
        for (String path : PATHS) {
            if (study.path("grid").has(path + NAME_ENDING)) {
                String pointer = "/" + path.replace('.', '/');
                String key = path.substring(path.lastIndexOf('.') + 1);
                ObjectNode section = (ObjectNode) resolved.at(pointer.substring(0, pointer.lastIndexOf('/')));
                JsonNode given = study.at(pointer);
                section.set(key, given.isMissingNode() ? JsonNodeFactory.instance.objectNode() : meant(path, given));
            }
        }
    }

    private static int rank(String path) {
        boolean isAxis =
                path.startsWith(AXIS) && twin(path.substring(AXIS.length())).isPresent();
        if (isAxis) {
            return 0;
        }
        if (PATHS.contains(path)) {
            return 1;
        }
        return isName(path) ? 2 : 3;
    }

    private static boolean isName(String path) {
        return path.endsWith(NAME_ENDING) && PATHS.contains(mappingOf(path));
    }

    private static String mappingOf(String namePath) {
        return namePath.substring(0, namePath.length() - NAME_ENDING.length());
    }
}
