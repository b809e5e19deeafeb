package org.initbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.advice.Advice;
import org.initbench.config.Problems;
import org.initbench.config.Suggestion;
import org.initbench.network.Activations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what theory predicts for a stack of equal dense layers under each initializer. */
@Command(
        name = "advise",
        description = "What mean-field theory says for an activation, depth and width.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    private static final int MOST_LAYERS = 10_000;
    private static final int MOST_UNITS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "relu, leaky_relu, tanh, sigmoid, elu, selu, gelu, swish or linear; relu by default.")
    private @Nullable String activation;

    @Option(names = "--depth", paramLabel = "N", description = "Layers; 10 by default.")
    private @Nullable String depth;

    @Option(names = "--width", paramLabel = "N", description = "Units of each layer; 100 by default.")
    private @Nullable String width;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String name = activation == null ? "relu" : activation;
        if (!Advice.knows(name)) {
            problems.add("activation: theory does not know " + name + Suggestion.forUnknown(name, Activations.names()));
        }
        int layers = wholeNumber("depth", depth, 10, MOST_LAYERS, problems);
        int units = wholeNumber("width", width, 100, MOST_UNITS, problems);
        problems.throwIfAny();
        print(name, layers, units, Advice.of(name, layers, units));
        return ExitCode.OK;
    }

    private void print(String name, int layers, int units, List<Advice> advice) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(layers + " dense layers of " + units + " units, " + name
                + ", standard-normal input; root mean squares, gradients relative to the last layer's");
        new Console(out).printAdvice(advice);
        Advice best = advice.get(0);
        out.println("use " + best.init() + ": " + best.verdict() + " over " + layers + " layers, and " + best.reach());
    }

    private static int wholeNumber(String option, @Nullable String text, int fallback, int most, Problems problems) {
        if (text == null) {
            return fallback;
        }
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problems.add(option + ": " + text + " is not allowed; give a whole number from 1 to " + most);
        return fallback;
    }
}
