package org.initbench.result;

/** What lies in a run's folder beside its tables, which have their names from {@link Table}. */
public final class RunFileNames {

    /** What the run is of. */
    public static final String STUDY = "study.json";

    /** What it was made with. */
    public static final String MANIFEST = "manifest.json";

    /** The folder of the files of finished trials. */
    public static final String TRIALS = "trials";

    /** The folder of what workers said before they were lost. */
    public static final String LOGS = "logs";

    /** The folder of pictures. */
    public static final String PLOTS = "plots";

    /** The page, for a browser. */
    public static final String PAGE = "report.html";

    /** The page, as text. */
    public static final String TEXT = "report.md";

    /** Held while a run goes on. */
    public static final String LOCK = ".lock";

    private RunFileNames() {}
}
