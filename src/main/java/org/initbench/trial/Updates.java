package org.initbench.trial;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.initbench.config.Probes;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.LayerWatcher;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.step.Measured;
import org.initbench.step.StepPlan;
import org.initbench.step.StepWay;

/** A network's updates: by a plan of steps where there is one, which shows probes what they measure or leaves that to DL4J's {@code fit}. */
final class Updates {

    private final Network network;
    private final boolean isRegularised;
    private final Probes when;
    private final ProbeListener probes;
    private final Optional<StepPlan> plan;
    private final boolean isSeenByPlan;

    /** Updates of a network whose iterations are measured by this listener. */
    Updates(Network network, Optional<StepPlan> plan, Probes when, ProbeListener probes) {
        this.network = network;
        this.isRegularised = network.isRegularised();
        this.when = when;
        this.probes = probes;
        this.plan = plan;
        this.isSeenByPlan = plan.filter(StepPlan::isWatchable).isPresent();
    }

    /**
     * The plan for a network on examples of which nothing is padded, where its layers are served. To be made before anybody listens to
     * the network, as probes take the places of its functions.
     */
    static Optional<StepPlan> plan(Network network, TrialData data) {
        boolean isPadded = data.train().featuresMask() != null || data.train().labelsMask() != null;
        return isPadded || StepWay.here() == StepWay.DL4J ? Optional.empty() : StepPlan.of(network.model());
    }

    /** Makes updates that were put off, before others look at the network. */
    void settle() {
        plan.ifPresent(StepPlan::settle);
    }

    /** One update; gives the data loss before it, without the regularisation that DL4J adds. */
    double fit(Examples batch, int iteration) {
        if (plan.isPresent() && !when.includes(iteration)) {
            return plan.get().fit(batch.features(), batch.labels());
        }
        if (isSeenByPlan) {
            return plan.orElseThrow().fit(batch.features(), batch.labels(), new Seen(iteration));
        }
        settle();
        probes.awaitNext();
        double regularisation = isRegularised ? network.regularisation() : 0;
        network.fit(batch.dataSet());
        return network.model().score() - regularisation;
    }

    /** Measures the network as it is, on these examples, without an update. */
    void measure(Examples examples) {
        if (isSeenByPlan && network.hasLoss() && examples.isLabeled()) {
            plan.orElseThrow().measurePass(examples.features(), examples.labels(), new Seen(network.iteration()));
            probes.close();
        } else {
            settle();
            probes.measure(examples.dataSet());
        }
    }

    /** An iteration that the plan makes and the probes measure. */
    private final class Seen implements Measured {

        private final Map<String, LayerWatcher> watchers;

        Seen(int iteration) {
            this.watchers = probes.watch(iteration);
        }

        @Override
        public Map<String, LayerWatcher> watchers() {
            return watchers;
        }

        @Override
        public void beforeUpdate(Gradient gradients, int examples) {
            probes.beforeUpdate(gradients, examples);
        }

        @Override
        public void afterUpdate(Gradient updates) {
            probes.afterUpdate(updates);
        }
    }
}
