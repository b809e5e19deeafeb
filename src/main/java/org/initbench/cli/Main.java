package org.initbench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code initbench} command; without arguments it is {@code run} with the system properties. */
@Command(
        name = "initbench",
        description = "Trains one network under many weight initializers, everything else held equal.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {RunCommand.class, ListCommand.class})
public final class Main {

    private Main() {}

    /** Runs a command; ends the process only where its exit code is not 0. */
    public static void main(String[] args) {
        int exitCode = execute(writer(System.out), writer(System.err), args);
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    /** Runs a command and gives its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setDefaultValueProvider(new SystemProperties())
                .setParameterExceptionHandler((mistake, arguments) -> Errors.report(err, mistake))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> Errors.report(err, failure))
                .execute(args.length == 0 ? new String[] {RunCommand.NAME} : args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
