package org.initbench.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.initbench.process.ProcessSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code initbench} command; without arguments it is {@code run} with the system properties. */
@Command(
        name = "initbench",
        description = "Trains one network under many weight initializers, everything else held equal.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            RecommendCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ListCommand.class,
            AdviseCommand.class,
            ConformanceCommand.class,
            DoctorCommand.class
        })
public final class Main {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows the stack trace of an unexpected error.")
    private boolean debug;

    private Main() {}

    /** Runs a command; ends the process only where its exit code is not 0. */
    public static void main(String[] args) {
        ProcessSettings.apply();
        int exitCode = execute(writer(System.out), writer(System.err), args);
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    /** Runs a command and gives its exit code. */
    static int execute(Writer terminal, Writer errors, String... args) {
        Main main = new Main();
        PrintWriter out = PrintableWriter.to(terminal);
        PrintWriter err = PrintableWriter.to(errors);
        try {
            return commandLine(main, out, err).execute(args.length == 0 ? new String[] {RunCommand.NAME} : args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError | AssertionError fatal) {
            return Errors.report(err, fatal, main.debug);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commandLine(Main main, PrintWriter out, PrintWriter err) {
        return new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setDefaultValueProvider(new SystemProperties())
                .setParameterExceptionHandler((mistake, arguments) -> Errors.report(err, mistake, main.debug))
                .setExecutionExceptionHandler(
                        (failure, commandLine, parsed) -> Errors.report(err, failure, main.debug));
    }

    private static Writer writer(PrintStream stream) {
        return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }
}
