package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes that a configuration names, held to a list of packages before any of them is touched. DL4J's reader loads a
 * class by the name that stands in the file.
 */
final class ClassNames {

    /** The key by which a mapping names its class. */
    static final String KEY = "@class";

    /** The system property with further prefixes, comma-separated. */
    static final String ALLOW = "allow";

    private static final List<String> ALLOWED = List.of("org.deeplearning4j.", "org.nd4j.");
    /** Other people's libraries that ND4J carries under its own name. */
    private static final String SHADED = "org.nd4j.shade.";

    private final List<String> prefixes;
    private final Set<String> problems = new LinkedHashSet<>();

    private ClassNames(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** A sentence for each class that may not be loaded, or cannot be. */
    static List<String> problems(ObjectNode tree) {
        Stream<String> given = Stream.of(System.getProperty(ALLOW, "").split(","));
        List<String> prefixes = new ArrayList<>(ALLOWED);
        given.map(String::trim).filter(prefix -> !prefix.isEmpty()).forEach(prefixes::add);
        ClassNames names = new ClassNames(prefixes);
        names.visit(tree, "the configuration");
        return List.copyOf(names.problems);
    }

    private void visit(JsonNode node, String within) {
        String here = node.path("layerName").isTextual()
                ? "layer " + node.path("layerName").textValue()
                : within;
        JsonNode name = node.get(KEY);
        if (name != null) {
            check(name.asText(), here);
        }
        node.properties().forEach(field -> visit(field.getValue(), here));
        if (node.isArray()) {
            node.forEach(element -> visit(element, here));
        }
    }

    private void check(String name, String here) {
        if (name.startsWith(SHADED) || prefixes.stream().noneMatch(name::startsWith)) {
            problems.add(here + " is of class " + name + ", which is of no allowed package; add -D" + ALLOW + "="
                    + name.replaceFirst("[^.]*$", "") + " if you trust it, and put it on the class path");
        } else if (!exists(name)) {
            problems.add(here + " is of class " + name + ", which is not on the class path; add the jar that has it");
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }
}
