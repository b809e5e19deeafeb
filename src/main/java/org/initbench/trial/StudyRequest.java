package org.initbench.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.config.TopLevelCommas;
import org.jspecify.annotations.Nullable;

/**
 * Which study to run, and what to change in it.
 *
 * @param study name of a study; null when a file is given
 * @param file of a study; null when a name is given
 * @param network file of a network that is a study of its own; null when a study is given
 * @param quick whether to apply the study's {@code quick} section
 * @param fields values by path, as text, applied after that; a value is YAML
 * @param set further {@code path=value}, comma-separated, applied last
 * @param initializers comma list of specs, or {@code all}; null for the study's own
 */
public record StudyRequest(
        @Nullable String study,
        @Nullable Path file,
        @Nullable Path network,
        boolean quick,
        Map<String, String> fields,
        String set,
        @Nullable String initializers) {

    /** What the study is called in tables and folders. */
    public String name() {
        if (network != null) {
            return String.valueOf(network.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
        }
        return file == null
                ? Optional.ofNullable(study).orElse("")
                : String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** Why results cannot be kept under its name, in one sentence; nothing where they can. */
    public Optional<String> problem() {
        String name = name();
        boolean isPlain = !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(each -> each == '/' || each == '\\' || Character.isISOControl(each));
        String option = network != null ? "network" : file != null ? "config" : "scenario";
        return isPlain || (option.equals("scenario") && name.isEmpty())
                ? Optional.empty()
                : Optional.of(option + ": " + (network != null ? network : file != null ? file : study)
                        + " is not allowed, as results are kept in a folder of the study's name; give a file a plain name,"
                        + " as in wide.yaml");
    }

    /** The properties of a command that asks for the same, as {@code -Dscenario=mnist}. */
    public List<String> properties() {
        List<String> properties = new ArrayList<>();
        properties.add(
                network != null ? "-Dnetwork=" + network : file != null ? "-Dconfig=" + file : "-Dscenario=" + study);
        if (quick) {
            properties.add("-Dquick=true");
        }
        List<String> assignments = new ArrayList<>();
        fields.forEach((path, value) -> assignments.add(path + "=" + value));
        if (!set.isBlank()) {
            assignments.add(set);
        }
        if (!assignments.isEmpty()) {
            properties.add("-Dset=" + String.join(",", assignments));
        }
        if (initializers != null) {
            properties.add("-Dinits=" + initializers);
        }
        return List.copyOf(properties);
    }

    /** A named study as it stands. */
    public static StudyRequest named(String study) {
        return new StudyRequest(study, null, null, false, Map.of(), "", null);
    }

    /** The same, with values replaced. */
    public StudyRequest with(String assignments) {
        return new StudyRequest(study, file, network, quick, new LinkedHashMap<>(fields), assignments, initializers);
    }

    /** The same with these fields in the place of its own. */
    StudyRequest withFields(Map<String, String> others) {
        return new StudyRequest(study, file, network, quick, others, set, initializers);
    }

    /** The same without what it sets at these paths, or below them. */
    StudyRequest without(Collection<String> paths) {
        Map<String, String> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeIf(field -> isBelow(field, paths));
        String restOfSet = TopLevelCommas.split(set).stream()
                .filter(assignment ->
                        !isBelow(assignment.replaceFirst("=.*", "").trim(), paths))
                .collect(Collectors.joining(","));
        return new StudyRequest(study, file, network, quick, rest, restOfSet, initializers);
    }

    private static boolean isBelow(String field, Collection<String> paths) {
        return paths.stream().anyMatch(path -> field.equals(path) || field.startsWith(path + "."));
    }

    /** The same with a comma list of other initializers. */
    StudyRequest withInitializers(String others) {
        return new StudyRequest(study, file, network, quick, fields, set, others);
    }
}
