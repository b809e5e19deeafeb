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

    /** The folder of the check of a recommendation. */
    public static final String CHECK = "check";

    /** The folder of the trials of a recommendation by which learning rates were chosen. */
    public static final String TUNING = "tuning";

    /** What a recommendation comes to, for programs. */
    public static final String RECOMMENDATION = "recommendation.json";

    /** The page, for a browser. */
    public static final String PAGE = "report.html";

    /** The page, as text. */
    public static final String TEXT = "report.md";

    /** Held while a run goes on. */
    public static final String LOCK = ".lock";

    private RunFileNames() {}
}
