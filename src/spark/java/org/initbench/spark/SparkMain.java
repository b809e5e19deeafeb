package org.initbench.spark;

import org.initbench.cli.Main;

/** What {@code spark-submit} starts: the {@code initbench} command, whose trials run on the cluster. */
public final class SparkMain {

    private static final String EXECUTOR = "executor";

    private SparkMain() {}

    /** Takes the arguments of {@code initbench}. */
    public static void main(String[] args) {
        if (System.getProperty(EXECUTOR) == null) {
            System.setProperty(EXECUTOR, SparkTrials.class.getName());
        }
        try {
            Main.main(args);
        } finally {
            SparkTrials.leaveCluster();
        }
    }
}
