package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initbench.backend.BackendName;
import org.initbench.config.InvalidInputException;
import org.initbench.step.StepWay;
import org.initbench.trial.Plan;
import org.initbench.trial.Trial;

/**
 * What a run is of beyond its study: the build, DL4J, the backend, Java, how steps are made, the data, and classes that do not come with initbench.
 * Trials that differ in any of it do not go into one table. The processor is no part of it, and nothing native is loaded to
 * tell it.
 *
 * @param fields in the order in which they are compared
 */
public record Fingerprint(ObjectNode fields) {

    private static final String VERSION = "version";
    private static final String STEPS = "steps";
    private static final String DATA = "data";
    private static final String CLASSES = "classes";

    /**
     * What a run of this plan would be of, here and now.
     *
     * @throws InvalidInputException if a file of data is missing or damaged
     */
    public static Fingerprint of(Plan plan) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put(VERSION, Build.version());
        fields.put("commit", Build.commit());
        fields.put("dirty", Build.isDirty());
        fields.put("deeplearning4j", Build.dl4jVersion());
        fields.put("backend", BackendName.get());
        fields.put("java", String.valueOf(Runtime.version().feature()));
        fields.put(STEPS, StepWay.here().word());
        put(fields, DATA, data(plan));
        put(fields, CLASSES, classes(plan));
        return new Fingerprint(fields);
    }

    private static void put(ObjectNode fields, String name, SortedMap<String, String> values) {
        ObjectNode inner = fields.putObject(name);
        values.forEach(inner::put);
    }

    private static SortedMap<String, String> data(Plan plan) {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (Trial trial : plan.oneOfEachVariant()) {
            checksums.putAll(trial.scenario().origin(trial.folders()).checksums());
        }
        return checksums;
    }

    /** SHA-256 of the class files of scenarios and initializers that are named by their classes, and of their helpers. */
    private static SortedMap<String, String> classes(Plan plan) {
        return plan.trials().stream()
                .flatMap(trial -> trial.classNames().stream())
                .filter(name -> name.contains("."))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(
                        Collectors.toMap(Function.identity(), ClassFiles::checksum, (one, other) -> one, TreeMap::new));
    }

    /**
     * What keeps trials of another fingerprint out, as a sentence that goes on after "the run was"; empty where they are alike.
     * Two builds of one commit of which one does not know its version are.
     */
    public Optional<String> difference(Fingerprint other) {
        return Difference.first(comparable(other), other.comparable(this))
                .map(field -> "begun with " + field.path() + " " + field.before() + ", and here it is " + field.after()
                        + "; " + help(field.path()) + " or give another id");
    }

    /** The same, where a trial's data are no longer those that the run was begun with. */
    public Optional<String> difference(Trial trial) {
        ObjectNode here = fields.deepCopy();
        ObjectNode data = here.withObjectProperty(DATA);
        trial.scenario().origin(trial.folders()).checksums().forEach(data::put);
        return difference(new Fingerprint(here));
    }

    private ObjectNode comparable(Fingerprint other) {
        ObjectNode comparable = fields.deepCopy();
        if (!isVersionKnown() || !other.isVersionKnown()) {
            comparable.remove(VERSION);
        }
        return comparable;
    }

    private boolean isVersionKnown() {
        return !fields.path(VERSION).asText(Build.UNKNOWN).equals(Build.UNKNOWN);
    }

    private static String help(String path) {
        if (path.startsWith(DATA + ".")) {
            return "bring back the data that it was begun with";
        }
        if (path.startsWith(CLASSES + ".")) {
            return "bring back the class that it was begun with";
        }
        return switch (path) {
            case "java" -> "go on with that version of Java";
            case STEPS -> "go on with -Dstep as it was";
            case "backend" -> "go on with that backend";
            default -> "go on with that build";
        };
    }
}
