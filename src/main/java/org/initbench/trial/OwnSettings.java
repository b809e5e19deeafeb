package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.initbench.config.Study;
import org.initbench.config.Training;
import org.initbench.trial.NetworkLook.Layer;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;

/**
 * What of a study does not reach a network, because the scenario ignores the builder that it is handed, in part or altogether.
 *
 * @param study whose settings they are
 * @param look at its network
 * @param isTrained whether there is anything for an updater to do
 */
record OwnSettings(Study study, NetworkLook look, boolean isTrained) {

    /** Settings that reach a network by its updater, or not at all. */
    static final List<String> BY_THE_UPDATER =
            List.of("training.learningRate", "training.learningRates", "training.schedule", "training.updater");

    /**
     * A setting that does not reach the network.
     *
     * @param path of it in the study
     * @param sentence that goes on after the path
     * @param paths of all settings that do not reach it either
     */
    record Unreached(String path, String sentence, List<String> paths) {}

    /**
     * The learning rate that all layers bring, whatever the study's; empty where one follows the study, or they differ. Where
     * the study asks for the network's own, the first layer's.
     */
    Optional<Double> rate() {
        List<Double> rates = withRate().stream().map(Layer::rate).distinct().toList();
        return bringsUpdater() && (rates.size() == 1 || (isAskedFor() && !rates.isEmpty()))
                ? Optional.of(rates.get(0))
                : Optional.empty();
    }

    /** Whether the study asks for the network's own updater. */
    boolean isAskedFor() {
        return study.training().updater() instanceof Training.Own;
    }

    /** Whether several rates of the study reach the network as multiples of its own. */
    boolean isMultiplied() {
        return isAskedFor() && study.training().learningRates().size() > 1 && look.hasConstantRates();
    }

    /** Everything that does not reach the network. */
    List<Unreached> unreached() {
        List<Unreached> unreached = new ArrayList<>();
        Training training = study.training();
        if (bringsUpdater()) {
            if (!isTheSame() && !isMultiplied()) {
                unreached.add(new Unreached(
                        "training.learningRate",
                        shown(training.learningRates()) + " not reach the network, which brings "
                                + updaters(look.layers()) + " of its own",
                        BY_THE_UPDATER));
            }
        } else if (isTrained) {
            addPartly(unreached);
        }
        String type = training.precision().name().toLowerCase(Locale.ROOT);
        String own = look.type().name().toLowerCase(Locale.ROOT);
        if (!type.equals(own)) {
            unreached.add(alone(
                    "training.precision", type + " does not reach the network, whose own type " + own + " holds"));
        }
        if (training.l2() > 0 && look.layers().stream().noneMatch(OwnSettings::hasL2)) {
            unreached.add(alone("training.l2", training.l2() + " does not reach the network"));
        }
        if (training.clipPerParameterL2() > 0 && look.layers().stream().noneMatch(OwnSettings::isClipped)) {
            unreached.add(alone("training.clip", training.clipPerParameterL2() + " does not reach the network"));
        }
        return unreached;
    }

    private boolean bringsUpdater() {
        return isTrained && !look.layers().isEmpty() && look.layers().stream().noneMatch(Layer::followsTheStudy);
    }

    private List<Layer> withRate() {
        return look.layers().stream().filter(Layer::hasRate).toList();
    }

    /** Plain gradient descent at the study's own rate makes no difference, whoever says so. */
    private boolean isTheSame() {
        Training training = study.training();
        return training.updater() instanceof Training.Sgd
                && training.schedule() instanceof Training.Constant
                && rate().map(List::of).filter(training.learningRates()::equals).isPresent()
                && look.layers().stream().allMatch(layer -> layer.one().updater() instanceof Sgd);
    }

    /** Layers that bring a rate beside others that do not, and another updater at the study's rate. */
    private void addPartly(List<Unreached> unreached) {
        List<Layer> own =
                withRate().stream().filter(layer -> !layer.followsTheStudy()).toList();
        for (Layer layer : own) {
            unreached.add(new Unreached(
                    "training.learningRate",
                    "layer " + layer.name() + " brings " + updaters(List.of(layer)) + " of its own",
                    List.of()));
        }
        String asked = TrainingSetup.updater(study.training()).getClass().getSimpleName();
        if (!look.layers().isEmpty()
                && look.layers().stream().noneMatch(layer -> layer.updater().equals(asked))) {
            unreached.add(alone(
                    "training.updater",
                    "does not reach the network, which brings "
                            + look.layers().stream()
                                    .map(Layer::updater)
                                    .distinct()
                                    .collect(Collectors.joining(" and "))
                            + " of its own"));
        }
    }

    private static Unreached alone(String path, String sentence) {
        return new Unreached(path, sentence, List.of(path));
    }

    private static String updaters(List<Layer> layers) {
        return layers.stream()
                .map(layer -> layer.updater()
                        + (layer.hasRate() ? " with learning rate " + layer.rate() : " without a learning rate"))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String shown(List<Double> rates) {
        String all = rates.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return all + (rates.size() == 1 ? " does" : " do");
    }

    private static boolean hasL2(Layer layer) {
        return layer.one().penalties().stream().anyMatch(L2Regularization.class::isInstance);
    }

    private static boolean isClipped(Layer layer) {
        return layer.one().configuration().getGradientNormalization() == GradientNormalization.ClipL2PerParamType;
    }
}
