package org.initbench.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.config.Study;
import org.initbench.config.StudyReader;
import org.initbench.config.Training;
import org.initbench.network.OwnRates;

/**
 * The plans of a recommendation, of each of which only some trials are run.
 *
 * @param check of the network under each initializer
 * @param tuning trials at several learning rates that are never judged; empty where there is a single rate
 * @param race trials of everyone at each rate, as many rounds as there may be
 * @param whyNoRace why the network cannot be trained; empty where it can
 */
public record RecommendPlan(Plan check, Optional<Plan> tuning, Plan race, String whyNoRace) {

    /** Of trials that are never judged; repetitions of races are smaller numbers. */
    public static final int FIRST_TUNED = 1000;

    private static final int TUNED = 2;

    /** By which a study's learning rate is multiplied, those first that are tried first. */
    private static final List<Double> FACTORS = List.of(1.0, 1 / 3.0, 3.0, 1 / 9.0, 9.0);

    /** What a check settles itself. */
    private static final List<String> OF_CHECK = List.of(
            "training.epochs",
            "training.iterations",
            "training.batchSize",
            "training.learningRates",
            "repetitions",
            "curves",
            "probes",
            "keep",
            "target");

    /** The source of a study whose examples are random. */
    private static final String NO_DATA = "none";

    private static final int NEVER = 1_000_000_000;

    /**
     * The plans of a request.
     *
     * @param rounds of the race, at most
     * @param settings of the command, as a command says them
     * @throws org.initbench.config.InvalidInputException with every problem found
     */
    public static RecommendPlan of(Planner planner, StudyRequest request, int rounds, List<String> settings) {
        Plan check = new CheckPlan(planner).of(request.without(OF_CHECK));
        StudyRequest withAll = request.withInitializers(initializers(check));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(StudyReader.RECOMMEND, "true");
        fields.put("repetitions", String.valueOf(rounds));
        Trial first = check.trials().get(0);
        String whyNoRace = whyNoRace(first);
        if (!whyNoRace.isEmpty()) {
            fields.put(StudyReader.CHECK, "true");
            fields.put("training.iterations", "0");
            Plan none = planner.plan(CheckPlan.with(withAll.without(OF_CHECK), fields));
            return new RecommendPlan(
                    command(check, request, settings), Optional.empty(), command(none, request, settings), whyNoRace);
        }
        Plan asked = planner.plan(CheckPlan.with(withAll, fields));
        List<Double> rates = rates(asked);
        Plan race = rates.size() > 1 ? again(planner, asked, atRates(asked.resolved(), rates)) : asked;
        return new RecommendPlan(
                command(check, request, settings),
                rates.size() > 1 ? Optional.of(again(planner, asked, tuned(race.resolved()))) : Optional.empty(),
                command(race, request, settings),
                "");
    }

    private static Plan again(Planner planner, Plan asked, ObjectNode resolved) {
        Plan plan = planner.planAgain(asked.name(), resolved);
        return new Plan(
                plan.name(), plan.study(), plan.resolved(), plan.trials(), asked.properties(), asked.warnings());
    }

    private static ObjectNode atRates(ObjectNode resolved, List<Double> rates) {
        ObjectNode study = resolved.deepCopy();
        ObjectNode training = study.withObjectProperty("training");
        training.remove("learningRate");
        ArrayNode list = training.putArray("learningRates");
        rates.forEach(list::add);
        return study;
    }

    /** Where nothing is asked for but how the training ends. */
    private static ObjectNode tuned(ObjectNode race) {
        ObjectNode study = race.deepCopy();
        study.put("repetitions", TUNED);
        study.put(StudyReader.FIRST_REPETITION, FIRST_TUNED);
        ObjectNode probes = study.withObjectProperty("probes");
        probes.put("every", 0);
        probes.putArray("at");
        study.withObjectProperty("curves").put("every", NEVER).put("evaluate", NEVER);
        ObjectNode keep = study.withObjectProperty("keep");
        List.of("boundary", "predictions", "weights", "histograms").forEach(table -> keep.put(table, 0));
        return study;
    }

    private static String whyNoRace(Trial trial) {
        if (!trial.scenario().isTrained() || trial.scenario().isOnlyChecked()) {
            return trial.scenario().whyUntrained();
        }
        boolean isRandom = trial.study().resolved().at("/data/source").asText().equals(NO_DATA);
        return isRandom
                ? "there are no data, so that labels are random; name some, as in -Ddata=train.csv -Dlabel=COLUMN"
                : "";
    }

    /** Those of the study where it has several, else multiples of its own; where rates are set otherwise that one alone. */
    private static List<Double> rates(Plan asked) {
        Study study = asked.study();
        List<Double> own = study.training().learningRates();
        boolean isFixed = study.training().schedule() instanceof Training.Triangular
                || asked.resolved().path("grid").properties().stream()
                        .anyMatch(axis -> axis.getKey().startsWith("training."));
        boolean isOwnFixed = study.training().updater() instanceof Training.Own
                && OwnRates.first(NetworkLook.network(asked.trials().get(0))).isEmpty();
        return own.size() > 1 || isFixed || isOwnFixed
                ? own
                : FACTORS.stream()
                        .map(factor -> factor == 1 ? own.get(0) : (Double) rounded(own.get(0) * factor))
                        .toList();
    }

    /** To three digits, so that tables and labels can be read. */
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(3)).doubleValue();
    }

    private static String initializers(Plan check) {
        return check.trials().stream()
                .map(trial -> trial.key().init())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Plan command(Plan plan, StudyRequest request, List<String> settings) {
        List<String> properties = new ArrayList<>(List.of("-Dexec.args=recommend"));
        properties.addAll(request.properties());
        properties.addAll(settings);
        return new Plan(plan.name(), plan.study(), plan.resolved(), plan.trials(), properties, plan.warnings());
    }
}
