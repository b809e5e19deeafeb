package org.initbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.config.Problems;
import org.initbench.run.Checkup;
import org.initbench.run.Checkup.Finding;
import org.initbench.run.Checkup.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what of the machine is in order, what is missing, and how to get it. */
@Command(
        name = "doctor",
        description = "Looks at JVM, native backend, BLAS, oneDNN, memory and data: what is missing and how to get it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Results folder; results by default.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        data.check(problems);
        problems.throwIfAny();
        List<Finding> findings = Checkup.of(data.folders(), out == null ? Path.of("results") : out);
        new Console(spec.commandLine().getOut()).printFindings(findings);
        return findings.stream().anyMatch(finding -> finding.state() == State.BROKEN) ? ExitCode.FAILED : ExitCode.OK;
    }
}
