package org.initbench.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.initbench.config.StudyReader;
import org.initbench.init.Initialization;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.result.Metric;

/**
 * Turns a study into the check of its network: one minibatch forward and backward and ten updates at the study's rate, under
 * each initializer, a few times over.
 */
public final class CheckPlan {

    static final int UPDATES = 10;
    private static final int EXAMPLES = 32;
    private static final int REPETITIONS = 3;

    /** Weights of a network that is checked once. */
    private static final long MANY_WEIGHTS = 5_000_000;

    private final Planner planner;

    /** Checks of what this planner plans. */
    public CheckPlan(Planner planner) {
        this.planner = planner;
    }

    /**
     * The trials of the check; what the request sets itself stays.
     *
     * @throws org.initbench.config.InvalidInputException with every problem found
     */
    public Plan of(StudyRequest request) {
        Plan asked = planner.plan(with(request, Map.of(StudyReader.CHECK, "true", "training.iterations", "0")));
        Trial first = asked.trials().get(0);
        Network network = NetworkLook.network(first);
        long weights =
                Initialization.slots(network).stream().mapToLong(Slot::size).sum();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(StudyReader.CHECK, "true");
        fields.putAll(first.scenario().checkedWith());
        boolean goesBack =
                first.scenario().isTrained() || !first.scenario().checkedWith().isEmpty();
        fields.put("training.iterations", String.valueOf(goesBack ? UPDATES : 0));
        fields.put("training.batchSize", String.valueOf(EXAMPLES));
        fields.put(
                "training.learningRate",
                String.valueOf(first.study().training().learningRates().get(0)));
        fields.put("repetitions", String.valueOf(weights > MANY_WEIGHTS ? 1 : REPETITIONS));
        fields.put("curves.every", "1");
        fields.put("probes.every", "0");
        fields.put("probes.at", "[0, " + (UPDATES - 1) + ", end]");
        fields.put("target.metric", Metric.TRAIN_LOSS.column());
        List.of("boundary", "predictions", "weights").forEach(table -> fields.put("keep." + table, "0"));
        fields.put("keep.histograms", "all");
        StudyRequest changed = with(request, fields);
        Plan check = planner.plan(
                request.initializers() != null
                        ? changed
                        : changed.withInitializers(
                                DefaultInitializers.of(network).stream().collect(Collectors.joining(","))));
        List<String> properties = new ArrayList<>(List.of("-Dexec.args=check"));
        properties.addAll(request.properties());
        return new Plan(check.name(), check.study(), check.resolved(), check.trials(), properties, check.warnings());
    }

    /** The request with these fields, unless it sets them itself. */
    static StudyRequest with(StudyRequest request, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(request.fields());
        return request.withFields(all);
    }
}
