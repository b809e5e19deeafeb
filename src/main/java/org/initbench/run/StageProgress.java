package org.initbench.run;

import org.initbench.recommend.Recommendation;
import org.initbench.recommend.Stage;

/** Hears of a recommendation as it goes on. */
public interface StageProgress {

    /** Who hears of the trials of a stage. */
    Progress of(Stage stage);

    /** A round of the race is over. */
    void raced(Recommendation soFar);
}
