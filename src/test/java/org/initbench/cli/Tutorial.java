package org.initbench.cli;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.process.ProcessSettings;
import org.initbench.testing.PageExample;

/** {@code docs/tutorial.md} as it stands: its program, then its commands. */
final class Tutorial {

    private static final String COMMAND = "scripts/initbench ";
    private static final String FILE = "net.json";

    /** Where what the commands print is kept, in the order of the page. */
    private static final List<String> FILES = List.of("check.txt", "run.txt", "recommend.txt");

    private Tutorial() {}

    /** Writes what the commands print into a folder, for the page to quote. */
    public static void main(String[] args) throws Exception {
        ProcessSettings.apply();
        Path work = Files.createTempDirectory("tutorial");
        List<Invocation> invocations = run(work, List.of());
        for (int i = 0; i < invocations.size(); i++) {
            List<String> lines = invocations
                    .get(i)
                    .out()
                    .lines()
                    .filter(line -> !line.startsWith("results: ") && !line.startsWith("report: "))
                    .map(String::stripTrailing)
                    .toList();
            Files.write(Path.of(args[0], FILES.get(i)), lines);
        }
    }

    /** What each command gave back. */
    static List<Invocation> run(Path work, List<String> more) throws Exception {
        PageExample page = PageExample.of("tutorial.md");
        Path network = work.resolve(FILE);
        try (URLClassLoader loader = page.compiled("Save", work)) {
            loader.loadClass("com.example.Save")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {network.toString()});
        }
        List<Invocation> invocations = new ArrayList<>();
        for (String line : page.blocks("sh")) {
            String words = line.strip()
                    .substring(COMMAND.length())
                    .replace("=" + FILE, "=" + network)
                    .replace("\"", "");
            invocations.add(Invocation.of(Stream.of(
                            Arrays.stream(words.split(" ")),
                            Stream.of("--out=" + work, "--run=step" + invocations.size()),
                            more.stream())
                    .flatMap(arguments -> arguments)
                    .toArray(String[]::new)));
        }
        return invocations;
    }
}
