package org.initbench.trial;

import java.util.Optional;
import org.initbench.config.Probes;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.step.StepPlan;
import org.initbench.step.StepWay;

/** A network's updates: by DL4J's {@code fit} where probes measure, else by a plan of steps where there is one. */
final class Updates {

    private final Network network;
    private final boolean isRegularised;
    private final Probes when;
    private final ProbeListener probes;
    private final Optional<StepPlan> plan;

    /** Updates of a network whose iterations are measured by this listener. */
    Updates(Network network, Optional<StepPlan> plan, Probes when, ProbeListener probes) {
        this.network = network;
        this.isRegularised = network.isRegularised();
        this.when = when;
        this.probes = probes;
        this.plan = plan;
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
        settle();
        probes.awaitNext();
        double regularisation = isRegularised ? network.regularisation() : 0;
        network.fit(batch.dataSet());
        return network.model().score() - regularisation;
    }
}
