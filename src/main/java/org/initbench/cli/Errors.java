package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.run.RunStoppedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people what went wrong. A stack trace shows only with {@code -Ddebug} or {@code --debug}. */
final class Errors {

    private Errors() {}

    /** Prints the message and gives the exit code that goes with it. */
    static int report(PrintWriter err, Throwable failure, boolean debug) {
        if (failure instanceof InvalidInputException invalid) {
            return reportProblems(err, invalid.problems());
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            CommandSpec command = unmatched.getCommandLine().getCommandSpec();
            return reportProblems(err, UnknownArguments.problems(command, unmatched.getUnmatched()));
        }
        if (failure instanceof ParameterException mistake) {
            return reportProblems(err, List.of(String.valueOf(mistake.getMessage())));
        }
        if (failure instanceof RunStoppedException stopped) {
            err.println("initbench: " + stopped.getMessage());
            return ExitCode.FAILED;
        }
        if (failure instanceof IOException trouble) {
            err.println("initbench: " + FileTrouble.reason(trouble));
            return ExitCode.FAILED;
        }
        err.println("initbench: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
        if (debug) {
            failure.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    private static int reportProblems(PrintWriter err, List<String> problems) {
        if (problems.size() == 1) {
            err.println("initbench: " + problems.get(0));
        } else {
            err.println("initbench: " + problems.size() + " problems");
            problems.forEach(problem -> err.println("  " + problem));
        }
        return ExitCode.INVALID_INPUT;
    }
}
