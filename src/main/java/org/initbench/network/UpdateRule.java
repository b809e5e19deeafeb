package org.initbench.network;

import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** How the size of an update follows that of gradients. */
public enum UpdateRule {
    /** In proportion: gradient descent, with momentum or without. */
    SGD,
    /** Not at all, as gradients are divided by their own size: Adam and its kin. */
    ADAM;

    private static final Set<Class<? extends IUpdater>> LIKE_SGD = Set.of(Sgd.class, Nesterovs.class, HeavyBall.class);
    private static final Set<Class<? extends IUpdater>> LIKE_ADAM =
            Set.of(Adam.class, AdaMax.class, AMSGrad.class, Nadam.class, AdaBelief.class, RmsProp.class, AdaGrad.class);

    /** That of an updater; nothing where it is of neither kind. */
    public static Optional<UpdateRule> of(IUpdater updater) {
        if (LIKE_SGD.contains(updater.getClass())) {
            return Optional.of(SGD);
        }
        return LIKE_ADAM.contains(updater.getClass()) ? Optional.of(ADAM) : Optional.empty();
    }
}
