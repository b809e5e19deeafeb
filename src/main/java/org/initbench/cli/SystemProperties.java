package org.initbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.initbench.config.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes {@code -Dname=value} of the JVM stand for {@code --name=value}; a flag on the command line wins. */
final class SystemProperties implements IDefaultValueProvider {

    private static final Set<String> NOT_PROPERTIES = Set.of("help", "version");

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || NOT_PROPERTIES.contains(nameOf(option))) {
            return null;
        }
        String value = System.getProperty(nameOf(option));
        return value != null && value.isEmpty() && option.arity().min() == 0 ? "true" : value;
    }

    /** A sentence for each system property that looks like a misspelt option. */
    static List<String> misspelt(List<OptionSpec> options) {
        List<String> known = options.stream()
                .map(SystemProperties::nameOf)
                .filter(name -> !NOT_PROPERTIES.contains(name))
                .toList();
        List<String> problems = new ArrayList<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (!known.contains(name)) {
                Suggestion.closest(name, known)
                        .ifPresent(match ->
                                problems.add("-D" + name + ": unknown property; did you mean -D" + match + "?"));
            }
        }
        return problems;
    }

    static String nameOf(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
