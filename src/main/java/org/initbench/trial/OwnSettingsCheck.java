package org.initbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.initbench.config.Problems;
import org.initbench.config.Study;
import org.initbench.config.Training;
import org.initbench.trial.OwnSettings.Unreached;

/**
 * Tells which settings of a study do not reach the networks of its scenario. What would make two trials of equal digits is a
 * problem; everything else is a warning, and a learning rate that the network brings takes the place of the study's, so that
 * the tables tell the truth.
 */
final class OwnSettingsCheck {

    private final Plan plan;
    private final Problems problems;
    private final List<OwnSettings> variants = new ArrayList<>();
    private final boolean isComplete;

    /** A check of a plan's variants; the first trial of each is looked at. */
    OwnSettingsCheck(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        Set<String> labels = new HashSet<>();
        for (Trial trial : plan.trials()) {
            if (labels.add(trial.key().variant())) {
                NetworkLook.at(trial)
                        .ifPresent(look -> variants.add(new OwnSettings(
                                trial.study(), look, trial.scenario().isTrained())));
            }
        }
        this.isComplete = variants.size() == labels.size();
    }

    /** The study as it is trained. */
    ObjectNode asTrained() {
        Optional<Double> rate = commonRate();
        variants.forEach(variant ->
                variant.unreached().forEach(unreached -> tell(variant.study(), unreached, rate.isPresent())));
        boolean areMultiplied = !variants.isEmpty() && variants.stream().allMatch(OwnSettings::isMultiplied);
        return areMultiplied ? plan.resolved() : rate.map(this::resolvedAt).orElseGet(plan::resolved);
    }

    /** The rate that the networks of all variants bring; empty where one does not, they differ, or the grid has a say in it. */
    private Optional<Double> commonRate() {
        List<Optional<Double>> rates =
                variants.stream().map(OwnSettings::rate).distinct().toList();
        boolean isFree = axes().noneMatch(axis -> isBelow(axis.getKey(), OwnSettings.BY_THE_UPDATER));
        return isComplete && isFree && rates.size() == 1 ? rates.get(0) : Optional.empty();
    }

    private void tell(Study study, Unreached unreached, boolean isShown) {
        Optional<String> axis = axes().filter(values -> values.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .filter(path -> isBelow(path, unreached.paths()))
                .findFirst();
        boolean isRate = unreached.paths().size() > 1;
        boolean hasSeveral = isRate && study.training().learningRates().size() > 1;
        if (axis.isPresent() || hasSeveral) {
            String path = axis.map(given -> "grid." + given).orElse("training.learningRates");
            problems.add(path + ": " + unreached.sentence()
                    + ", so that its trials would not differ; give one value, or let "
                    + "the scenario leave it to the builder that it is handed");
        } else if (!isRate || !(study.training().updater() instanceof Training.Own)) {
            String shown = isShown
                    ? "; learning_rate in the tables is the network's"
                    : "; learning_rate in the tables is the study's all the same";
            problems.warn(unreached.path() + ": " + unreached.sentence() + (isRate ? shown : ""));
        }
    }

    private Stream<Map.Entry<String, JsonNode>> axes() {
        return plan.resolved().path("grid").properties().stream();
    }

    private static boolean isBelow(String path, List<String> settings) {
        return settings.stream().anyMatch(setting -> path.equals(setting) || path.startsWith(setting + "."));
    }

    private ObjectNode resolvedAt(double rate) {
        ObjectNode resolved = plan.resolved().deepCopy();
        ObjectNode training = resolved.withObjectProperty("training");
        training.remove("learningRates");
        training.put("learningRate", rate);
        training.putObject("schedule").put("name", "constant");
        return resolved;
    }
}
