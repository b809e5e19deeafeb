package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is set right in a configuration of DL4J before DL4J reads it, and how often. */
final class Dl4jRepairs {

    private static final String LAYER = "layer";
    private static final List<String> COUNTERS = List.of("iterationCount", "epochCount");

    private int dropouts;
    private int frozen;
    private int counters;
    private int schedules;
    private boolean hadBoxes;

    private Dl4jRepairs() {}

    /** Repairs the tree in place, and says how. */
    static List<String> apply(ObjectNode tree) {
        Dl4jRepairs repairs = new Dl4jRepairs();
        repairs.visit(tree);
        repairs.leaveBoxesOut(tree);
        return repairs.remarks();
    }

    private void visit(JsonNode node) {
        if (node instanceof ObjectNode mapping) {
            repair(mapping);
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, unfrozen(list.get(i)));
            }
        }
        node.forEach(this::visit);
    }

    private void repair(ObjectNode mapping) {
        if (mapping.get("dropOut") instanceof NumericNode number && number.doubleValue() == 0) {
            mapping.remove("dropOut");
            dropouts++;
        }
        for (String counter : COUNTERS) {
            if (mapping.path(counter).asInt() > 0) {
                mapping.put(counter, 0);
                counters++;
            }
        }
        if (!mapping.path("learningRatePolicy").asText("None").equals("None")) {
            schedules++;
        }
        for (Map.Entry<String, JsonNode> field : mapping.properties()) {
            field.setValue(unfrozen(field.getValue()));
        }
    }

    /** The layer within a frozen one: by a name of before 1.0.0-beta, or by its class. */
    private JsonNode unfrozen(JsonNode node) {
        JsonNode old = node.path("FrozenLayer");
        boolean isFrozen = node.path(ClassNames.KEY).asText().matches("org\\.deeplearning4j\\..*\\.FrozenLayer\\w*");
        JsonNode inner = (isFrozen ? node : old).path(LAYER);
        if (inner.isObject()) {
            frozen++;
            return unfrozen(inner);
        }
        return node;
    }

    /** Takes the loss of YOLO away, whose labels are boxes in a picture. */
    private void leaveBoxesOut(ObjectNode tree) {
        if (tree.path("confs") instanceof ArrayNode layers && isBoxes(layers.path(layers.size() - 1))) {
            layers.remove(layers.size() - 1);
            hadBoxes = true;
        }
        if (tree.path("networkOutputs") instanceof ArrayNode outputs
                && tree.path("vertices") instanceof ObjectNode vertices
                && tree.path("vertexInputs") instanceof ObjectNode inputs) {
            for (int i = 0; i < outputs.size(); i++) {
                String output = outputs.path(i).asText();
                JsonNode before = inputs.path(output).path(0);
                if (before.isTextual() && isBoxes(vertices.path(output).findPath("layerConf"))) {
                    vertices.remove(output);
                    inputs.remove(output);
                    outputs.set(i, before);
                    hadBoxes = true;
                }
            }
        }
    }

    private static boolean isBoxes(JsonNode conf) {
        JsonNode layer = conf.path(LAYER);
        return layer.has("Yolo2OutputLayer")
                || layer.path(ClassNames.KEY).asText().endsWith(".Yolo2OutputLayer");
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (frozen > 0) {
            remarks.add(layers(frozen) + " frozen in the file; here they are initialized and trained like the others");
        }
        if (hadBoxes) {
            remarks.add("the loss of YOLO is left out, as its labels are boxes in pictures");
        }
        if (dropouts > 0) {
            remarks.add("dropOut 0.0, which meant none before 1.0.0, is left out of " + dropouts
                    + (dropouts == 1 ? " layer" : " layers"));
        }
        if (counters > 0) {
            remarks.add("the network was trained already; iterations and epochs are counted from 0 again");
        }
        if (schedules > 0) {
            remarks.add(
                    "its schedule of learning rates is of before 1.0.0, and is not read by Deeplearning4j 1.0.0-M2.1");
        }
        return remarks;
    }

    private static String layers(int count) {
        return count + (count == 1 ? " layer is" : " layers are");
    }
}
