package org.initbench.data;

import java.util.Optional;

/** Where the examples of a study come from. */
public interface DataSource {

    /**
     * Finds and checks the files that the data come from, before any trial runs.
     *
     * @return what the user should know of the data, such as that other data stand in for them
     * @throws org.initbench.config.InvalidInputException if a file is missing or damaged
     */
    default Optional<String> prepare(DataFolders folders) {
        return Optional.empty();
    }

    /**
     * What the data are on this machine beyond what the study says: which of the sources that it leaves open, and the
     * checksums of files. A run is not resumed with other data than it was begun with. Called after {@link #prepare}, and in
     * each worker, and may not download anything.
     *
     * @throws org.initbench.config.InvalidInputException if a file is missing or damaged
     */
    default DataOrigin origin(DataFolders folders) {
        return DataOrigin.NOTHING;
    }

    /** The data of one repetition, the same for every initializer. */
    TrialData data(DataRequest request);
}
