package org.initbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.initbench.config.Problems;
import org.initbench.config.Suggestion;

/** What {@code --data} stands for: the name of a source, a folder, or a table. */
public final class GivenData {

    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|tsv|txt)(\\.gz)?");
    private static final String SOURCE = "data." + Sources.KEY;

    private GivenData() {}

    /**
     * Fields of a study by their paths.
     *
     * @param given what the user names
     * @param label the column of a table that holds the label
     */
    public static Map<String, String> fields(String given, Optional<String> label, Problems problems) {
        Map<String, String> fields = new LinkedHashMap<>();
        Path path = Path.of(given);
        if (Sources.names().contains(given)) {
            fields.put(SOURCE, given);
        } else if (Files.isDirectory(path)) {
            String source = ofFolder(path);
            if (source.isEmpty()) {
                problems.add(
                        "data: in " + given + " there are neither four files of MNIST's form, nor those of CIFAR-10 or"
                                + " CIFAR-100, nor folders of PNG or JPEG files, one for each class");
            }
            fields.put(SOURCE, source);
            fields.put("data.folder", given);
        } else if (isTable(given)) {
            fields.put(SOURCE, "csv");
            fields.put("data.file", given);
        } else if (given.contains(".")) {
            fields.put(SOURCE, given);
        } else {
            problems.add(
                    "data: " + given + " is neither a source of data, nor a folder, nor a table (.csv, .tsv or .txt, or"
                            + " one of them with .gz)" + Suggestion.forUnknown(given, Sources.names()));
        }
        if (label.isPresent() && !fields.containsKey("data.file")) {
            problems.add("label: it names a column of a table, and " + given + " is none");
        }
        label.ifPresent(column -> fields.put("data.label", column));
        return fields;
    }

    private static boolean isTable(String given) {
        return TABLE.matcher(given.toLowerCase(Locale.ROOT)).matches() || Files.isRegularFile(Path.of(given));
    }

    /** The source whose files are there; empty text where none is. */
    private static String ofFolder(Path folder) {
        if (!new IdxFinder(new DataPlace(Optional.empty()), Optional.empty())
                .sets(folder)
                .isEmpty()) {
            return "idx";
        }
        if (CifarSource.in(folder, CifarFormat.TEN).isPresent()) {
            return CifarFormat.TEN.name();
        }
        if (CifarSource.in(folder, CifarFormat.HUNDRED).isPresent()) {
            return CifarFormat.HUNDRED.name();
        }
        return ImageFolder.isOne(folder) ? ImageFolder.NAME : "";
    }
}
