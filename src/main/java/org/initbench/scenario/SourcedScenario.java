package org.initbench.scenario;

import java.util.Optional;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.DataSource;
import org.initbench.data.TrialData;

/** A scenario that takes its data as a source has them. */
interface SourcedScenario extends Scenario {

    DataSource source();

    @Override
    default Optional<String> prepare(DataFolders folders) {
        return source().prepare(folders);
    }

    @Override
    default DataOrigin origin(DataFolders folders) {
        return source().origin(folders);
    }

    @Override
    default TrialData data(DataRequest request) {
        return source().data(request);
    }
}
