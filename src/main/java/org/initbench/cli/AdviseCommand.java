package org.initbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.advice.Advice;
import org.initbench.advice.SignalStack;
import org.initbench.config.Problems;
import org.initbench.config.Suggestion;
import org.initbench.network.Activations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what theory predicts for a stack of equal layers, or residual blocks, under each initializer. */
@Command(
        name = "advise",
        description =
                "What mean-field theory says for an activation, depth and width, of dense layers, convolutions or residual blocks.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    private static final int MOST_LAYERS = 10_000;
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_PIXELS = 64;

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

    @Option(
            names = "--kernel",
            paramLabel = "N",
            description =
                    "Height and width of kernels, for convolutions of WIDTH channels; 1, of dense layers, by default.")
    private @Nullable String kernel;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Height and width of the pictures, whose borders count; 8 by default.")
    private @Nullable String size;

    @Option(
            names = "--residual",
            paramLabel = "N",
            description = "Layers of each residual branch: DEPTH blocks behind a first layer; none by default.")
    private @Nullable String residual;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String name = activation == null ? "relu" : activation;
        if (!Advice.knows(name)) {
            problems.add("activation: theory does not know " + name + Suggestion.forUnknown(name, Activations.names()));
        }
        int layers = wholeNumber("depth", depth, 10, MOST_LAYERS, problems);
        int units = wholeNumber("width", width, 100, MOST_UNITS, problems);
        int window = wholeNumber("kernel", kernel, 1, MOST_PIXELS, problems);
        int pixels = wholeNumber("size", size, 8, MOST_PIXELS, problems);
        int branch = residual == null ? 0 : wholeNumber("residual", residual, 1, MOST_LAYERS, problems);
        if (size != null && kernel == null) {
            problems.add("size: dense layers have no pictures; give --kernel too, or leave it out");
        }
        problems.throwIfAny();
        boolean isDense = window == 1 && branch == 0;
        print(
                words(layers, units, window, pixels, branch),
                name,
                isDense
                        ? Advice.of(name, layers, units)
                        : Advice.of(new SignalStack(name, layers, units, window, pixels, branch)),
                layers + (branch == 0 ? " layers" : " blocks"));
        return ExitCode.OK;
    }

    private static String words(int layers, int units, int window, int pixels, int branch) {
        String each = window == 1
                ? "dense layers of " + units + " units"
                : window + "×" + window + " convolutions of " + units + " channels on " + pixels + "×" + pixels
                        + " pictures";
        return branch == 0 ? layers + " " + each : layers + " residual blocks, each of " + branch + " " + each;
    }

    private void print(String network, String name, List<Advice> advice, String depthInWords) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(network + ", " + name
                + ", standard-normal input; root mean squares, gradients relative to the last layer's");
        new Console(out).printAdvice(advice);
        Advice best = advice.get(0);
        out.println("use " + best.init() + ": " + best.verdict() + " over " + depthInWords
                + (best.reach().isEmpty() ? "" : ", and " + best.reach()));
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
