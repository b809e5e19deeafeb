package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.initbench.result.DataReading;

/** The manifest as a list of facts; what is printed elsewhere, as the study, is left out. */
final class Facts {

    private static final Set<String> ELSEWHERE = Set.of("study", "command", DataReading.KEY);

    private Facts() {}

    static Map<String, String> of(ObjectNode manifest) {
        Map<String, String> facts = new LinkedHashMap<>();
        manifest.properties().forEach(entry -> {
            if (!ELSEWHERE.contains(entry.getKey())) {
                add(facts, entry.getKey(), entry.getValue());
            }
        });
        return facts;
    }

    private static void add(Map<String, String> facts, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(entry -> add(facts, name + ": " + entry.getKey(), entry.getValue()));
        } else {
            facts.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
