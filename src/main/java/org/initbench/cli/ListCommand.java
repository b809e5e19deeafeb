package org.initbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.initbench.config.InvalidInputException;
import org.initbench.config.StudyFiles;
import org.initbench.data.Sources;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what can be run. */
@Command(
        name = "list",
        description = "Lists studies, sources of data, and initializers with formula and citation.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    /** What to list. */
    enum What {
        all,
        studies,
        sources,
        inits
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}; all by default.")
    private What what = What.all;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (what == What.all || what == What.studies) {
            StudyFiles files = new StudyFiles(Path.of(""));
            out.println("Studies");
            for (String name : files.names()) {
                out.printf(Locale.ROOT, "  %-20s %s%n", name, title(files, name));
            }
        }
        if (what == What.all || what == What.sources) {
            out.println("Sources of data, for data.source");
            Sources.names().forEach(name -> out.printf(Locale.ROOT, "  %-20s %s%n", name, Sources.description(name)));
        }
        if (what == What.all || what == What.inits) {
            out.println("Initializers");
            Catalog.types().forEach(type -> printType(out, type));
        }
        return ExitCode.OK;
    }

    /** A broken file does not keep the others from being listed. */
    private static String title(StudyFiles files, String name) {
        try {
            return files.named(name).path("title").asText();
        } catch (InvalidInputException broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    private static void printType(PrintWriter out, InitializerType type) {
        out.println("  " + type.signature());
        out.println("      " + type.formula());
        out.println("      variance: " + type.variance());
        out.println("      source: " + type.source());
        out.println("      DL4J: " + type.dl4j());
        if (!type.aliases().isEmpty()) {
            out.println("      also " + String.join(", ", type.aliases().keySet()));
        }
    }
}
