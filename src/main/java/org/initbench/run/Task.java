package org.initbench.run;

import java.util.Locale;

/** Something for a worker to do. */
sealed interface Task {

    Request request();

    /** Whether a reply answers it. */
    boolean isAnsweredBy(Reply reply);

    /** For names of files. */
    String name();

    /** One trial. */
    record RunTrial(int index) implements Task {
        @Override
        public Request request() {
            return new Request.Run(index);
        }

        @Override
        public boolean isAnsweredBy(Reply reply) {
            return reply instanceof Reply.Finished finished
                    ? finished.trial() == index
                    : reply instanceof Reply.Unwritable;
        }

        @Override
        public String name() {
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
