package org.initbench.networkfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.networkfile.Strangers.Stranger;

/** Reads the networks of strangers, sends examples through each, and writes what came of it. */
final class NetworkFigures {

    private NetworkFigures() {}

    /** What reading a file came to. */
    private record Tried(
            Stranger stranger, FileKind kind, String parameters, String inputs, String result, boolean runs) {

        String row() {
            return "| `" + stranger.file() + "` | " + stranger.version() + " | " + parameters + " | " + inputs + " | "
                    + result + " |";
        }
    }

    /** Takes the folder of the tables. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<Tried> tried = new ArrayList<>();
        for (Stranger stranger : Strangers.all()) {
            tried.add(attempt(stranger));
        }
        Files.write(folder.resolve("kinds.md"), kinds(tried));
        List<String> files = new ArrayList<>(List.of(
                "| file | written by | parameters | input | what is done, or why it is refused |",
                "|---|---|---:|---|---|"));
        tried.stream().map(Tried::row).forEach(files::add);
        Files.write(folder.resolve("files.md"), files);
    }

    private static Tried attempt(Stranger stranger) throws IOException {
        FileKind kind = NetworkText.in(stranger.path()).kind();
        try {
            NetworkFile file = NetworkFile.read(stranger.path());
            ForwardPass.of(file);
            String inputs = String.join(
                    "; ", file.inputs().stream().map(InputShape::description).toList());
            String parameters = String.format(Locale.ROOT, "%,d", file.parameters());
            return new Tried(stranger, kind, parameters, inputs, String.join("; ", file.remarks()), true);
        } catch (InvalidInputException refused) {
            String sentence = refused.problems().get(0).replaceFirst("^\\S+ cannot be used: ", "");
            return new Tried(stranger, kind, "", "", "**refused**: " + sentence, false);
        }
    }

    private static List<String> kinds(List<Tried> tried) {
        Map<FileKind, List<Tried>> byKind = new EnumMap<>(FileKind.class);
        tried.forEach(each ->
                byKind.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each));
        List<String> rows = new ArrayList<>(List.of(
                "| kind | files | go forward | of these not by DL4J's readers as they are | refused |",
                "|---|---:|---:|---:|---:|"));
        byKind.forEach((kind, files) -> rows.add(row(kind.description(), files)));
        rows.add(row("**all**", tried));
        return rows;
    }

    private static String row(String name, List<Tried> files) {
        long run = files.stream().filter(Tried::runs).count();
        long helped = files.stream()
                .filter(file -> file.runs() && !file.stranger().loads().equals("yes"))
                .count();
        return "| " + name + " | " + files.size() + " | " + run + " | " + helped + " | " + (files.size() - run) + " |";
    }
}
