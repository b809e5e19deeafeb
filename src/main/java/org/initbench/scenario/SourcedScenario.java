package org.initbench.scenario;

import java.util.Optional;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.result.DataReading;

/** A scenario that takes its data from a source, whichever the study names. */
interface SourcedScenario extends Scenario {

    /** The source, and the form in which the network takes its examples in. */
    SourceData source();

    @Override
    default Optional<String> prepare(DataFolders folders) {
        return source().prepare(folders);
    }

    @Override
    default DataOrigin origin(DataFolders folders) {
        return source().origin(folders);
    }

    @Override
    default Optional<DataReading> reading(DataFolders folders) {
        return source().reading(folders);
    }

    @Override
    default TrialData data(DataRequest request) {
        return source().data(request);
    }

    @Override
    default boolean isClassifier() {
        return source().task().isClasses();
    }
}
