package org.initbench.run;

import java.util.Locale;
import org.initbench.result.TrialKey;

/** Something for a worker to do. */
sealed interface Task {

    Request request();

    /** Whether a reply answers it. */
    boolean isAnsweredBy(Reply reply);

    /** For names of files. */
    String name();

    /** One trial, by its place in the plan. */
    record RunTrial(int index, TrialKey key) implements Task {
        @Override
        public Request request() {
            return new Request.Run(index);
        }

        @Override
        public boolean isAnsweredBy(Reply reply) {
            return reply instanceof Reply.Finished finished && finished.trial() == index;
        }

        @Override
        public String name() {
            return name(index);
        }

        static String name(int index) {
            return String.format(Locale.ROOT, "trial-%05d", index);
        }
    }

    /** What initializers can do with the networks, which is said before the first trial. */
    record ForeseeTrials() implements Task {
        @Override
        public Request request() {
            return new Request.Foresee();
        }

        @Override
        public boolean isAnsweredBy(Reply reply) {
            return reply instanceof Reply.Foreseen;
        }

        @Override
        public String name() {
            return "suitability";
        }
    }

    /** What the manifest says of backend and data. */
    record DescribeBackend() implements Task {
        @Override
        public Request request() {
            return new Request.Describe();
        }

        @Override
        public boolean isAnsweredBy(Reply reply) {
            return reply instanceof Reply.Described;
        }

        @Override
        public String name() {
            return "manifest";
        }
    }
}
