package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.initbench.config.Problems;
import org.initbench.config.TopLevelCommas;
import org.initbench.conformance.Conformance;
import org.initbench.conformance.ConformanceFolder;
import org.initbench.conformance.LayerAudit;
import org.initbench.conformance.LayerCase;
import org.initbench.conformance.OrthogonalRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Audits what initializers draw. */
@Command(
        name = "conformance",
        description = "Measures what initializers draw, DL4J's own included, and whether it is what they promise.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    private static final int LIMIT_SECONDS = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Results folder, results by default; the files go into its folder conformance.")
    private @Nullable Path out;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "After how long a draw from DL4J's OrthogonalDistribution counts as hung, " + LIMIT_SECONDS
                    + " by default; 0 leaves it out.")
    private @Nullable String limit;

    @Option(
            names = "--shape",
            paramLabel = "SPEC[,SPEC...]",
            description =
                    "Audits these layers alone, as conv:3x3:32:64:2 (kernel, channels in, out, stride) or lstm:96:64;"
                            + " the files go into the folder conformance-shapes.")
    private @Nullable String shape;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Problems problems = new Problems();
        problems.addAll(SystemProperties.misspelt(spec.options()));
        Duration orthogonalLimit = Duration.ofSeconds(seconds(problems));
        List<LayerCase> layers = shape == null ? List.of() : LayerAudit.layers(TopLevelCommas.split(shape), problems);
        if (shape != null && layers.isEmpty() && problems.sentences().isEmpty()) {
            problems.add("shape: names no layer; give one, as conv:3x3:32:64:2");
        }
        if (shape != null && limit != null) {
            problems.add(
                    "limit: is of OrthogonalDistribution, which is left out where shape is given; leave one of them out");
        }
        Path folder =
                (out == null ? Path.of("results") : out).resolve(shape == null ? "conformance" : "conformance-shapes");
        if (problems.sentences().isEmpty()) {
            make(folder, problems);
        }
        problems.throwIfAny();
        if (shape == null) {
            auditAll(folder, orthogonalLimit);
        } else {
            auditLayers(folder, layers);
        }
        console().println("results: " + folder);
        return ExitCode.OK;
    }

    private void auditAll(Path folder, Duration orthogonalLimit) throws IOException, InterruptedException {
        Conformance conformance = Conformance.audit();
        LayerAudit layers = LayerAudit.audit();
        announce(orthogonalLimit);
        List<OrthogonalRow> orthogonal = OrthogonalRow.audit(orthogonalLimit);
        ConformanceFolder.write(folder, conformance, layers, orthogonal);
        Console console = new Console(console());
        console.printConformance(conformance.entries());
        console.printOrthogonal(orthogonal);
        console()
                .printf(
                        Locale.ROOT,
                        "%d tests; initializers that all keep their promises deviate nowhere with probability %s%n",
                        conformance.tests(),
                        1 - Conformance.FAMILY_WISE);
        console.printLayers(layers);
    }

    private void auditLayers(Path folder, List<LayerCase> shapes) throws IOException {
        LayerAudit layers = LayerAudit.of(shapes);
        ConformanceFolder.write(folder, layers);
        new Console(console()).printLayers(layers);
    }

    private PrintWriter console() {
        return spec.commandLine().getOut();
    }

    private void announce(Duration orthogonalLimit) {
        if (!orthogonalLimit.isZero()) {
            spec.commandLine()
                    .getErr()
                    .println("drawing from DL4J's OrthogonalDistribution, at most " + orthogonalLimit.toSeconds()
                            + " s for each shape");
        }
    }

    private int seconds(Problems problems) {
        if (limit == null) {
            return LIMIT_SECONDS;
        }
        if (limit.matches("\\d{1,5}")) {
            return Integer.parseInt(limit);
        }
        problems.add("limit: " + limit + " is not allowed; give a whole number of seconds of at least 0");
        return 0;
    }

    private static void make(Path folder, Problems problems) {
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            problems.add("out: cannot make the folder " + folder);
        }
    }
}
