package org.initbench.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.initbench.config.Suggestion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what is wrong with arguments that a command does not take. */
final class UnknownArguments {

    private UnknownArguments() {}

    /** A sentence for each; a word after an unknown option counts as its value. */
    static List<String> problems(CommandSpec command, List<String> arguments) {
        Collection<String> commands = command.subcommands().keySet();
        List<String> options =
                command.options().stream().map(OptionSpec::longestName).toList();
        List<String> problems = new ArrayList<>();
        boolean isValue = false;
        for (String argument : arguments) {
            String name = argument.replaceFirst("=.*", "");
            if (argument.startsWith("-")) {
                String option = "--" + name.replaceFirst("^-+", "");
                problems.add(argument + ": unknown option"
                        + (commands.isEmpty()
                                ? Suggestion.forUnknown(option, options)
                                : "; options go after a command: " + String.join(", ", commands)));
            } else if (!isValue) {
                problems.add(
                        commands.isEmpty()
                                ? argument + ": unexpected argument; options are of the form --name=value"
                                : argument + ": unknown command" + Suggestion.forUnknown(argument, commands));
            }
            isValue = argument.startsWith("-") && name.equals(argument);
        }
        return problems;
    }
}
