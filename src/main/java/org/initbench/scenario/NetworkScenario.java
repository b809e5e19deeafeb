package org.initbench.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.DataSource;
import org.initbench.data.ResolvedData;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.network.RandomError;
import org.initbench.networkfile.NetworkFile;
import org.initbench.networkfile.OutputShape;
import org.initbench.result.DataReading;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network of someone's own, read from a file, on data that fit it or on random ones. */
final class NetworkScenario implements Scenario {

    private static final String FILE = "file";
    private static final String LOSS = "loss";
    private static final String NONE = "none";
    private static final String RANDOM_ERROR = "random_error";
    private static final List<String> LOSSES = Arrays.stream(LossFunction.values())
            .filter(loss -> loss != LossFunction.SPARSE_MCXENT)
            .map(loss -> loss.name().toLowerCase(Locale.ROOT))
            .toList();

    private final @Nullable NetworkFile file;
    private final @Nullable ILossFunction loss;
    private final @Nullable OutputShape output;
    private final @Nullable DataSource data;

    NetworkScenario(Section network, Section data) {
        file = read(network);
        loss = loss(network, file);
        output = file == null ? null : output(network, file, loss);
        this.data = NetworkData.read(data, this::random);
    }

    /** Nothing where there is no network that they could fit. */
    private @Nullable DataSource random(int count) {
        return file == null || output == null
                ? null
                : new RandomExamples(file.closedInputs(file.configured()).get(0), output, count);
    }

    private static @Nullable NetworkFile read(Section network) {
        String path = network.text(FILE, "");
        if (path.isEmpty()) {
            network.problem(FILE, "missing; give a network file, as in network.file=net.json");
            return null;
        }
        try {
            NetworkFile file = NetworkFile.read(Path.of(path));
            if (file.inputs().size() > 1) {
                network.problem(
                        FILE, file.name() + " has " + file.inputs().size() + " inputs; give a network with one");
                return null;
            }
            return file;
        } catch (InvalidInputException refused) {
            refused.problems().forEach(problem -> network.problem(FILE, problem));
            return null;
        }
    }

    private static @Nullable ILossFunction loss(Section network, @Nullable NetworkFile file) {
        List<String> names = new ArrayList<>(List.of(NONE, RANDOM_ERROR));
        names.addAll(LOSSES);
        String name = network.choice(LOSS, NONE, names);
        if (name.equals(NONE)) {
            return null;
        }
        if (file != null && file.outputs().get(0).hasLoss()) {
            network.problem(LOSS, file.name() + " has a loss of its own; leave this one out");
        }
        if (name.equals(RANDOM_ERROR)) {
            return new RandomError();
        }
        if (file != null && file.outputs().size() > 1) {
            network.problem(LOSS, manyOutputs(file) + ", and a loss is for one");
        }
        return LossFunction.valueOf(name.toUpperCase(Locale.ROOT)).getILossFunction();
    }

    private static String manyOutputs(NetworkFile file) {
        return file.name() + " has " + file.outputs().size() + " outputs";
    }

    private static @Nullable OutputShape output(Section network, NetworkFile file, @Nullable ILossFunction loss) {
        if (loss == null || file.outputs().get(0).hasLoss()) {
            OutputShape first = file.outputs().get(0);
            return file.outputs().size() == 1 ? first : first.withoutLoss();
        }
        try {
            return file.outputWith(loss);
        } catch (InvalidInputException unfit) {
            unfit.problems().forEach(problem -> network.problem(LOSS, problem));
            return null;
        }
    }

    private NetworkFile file() {
        return Objects.requireNonNull(file);
    }

    private OutputShape output() {
        return Objects.requireNonNull(output);
    }

    private DataSource examples() {
        return Objects.requireNonNull(data);
    }

    /** Whether examples fit by themselves. */
    private boolean isRandom() {
        return data instanceof RandomExamples;
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData unused) {
        return file().network(base, loss);
    }

    @Override
    public Optional<String> prepare(DataFolders folders) {
        List<String> remarks = new ArrayList<>(file().remarks());
        if (isRandom()) {
            remarks.add("inputs" + (output().hasLoss() ? " and labels are" : " are")
                    + " random, as data.source names no data");
        } else {
            ResolvedData resolved = examples().resolve(folders);
            fitted().check(resolved);
            remarks.addAll(resolved.remarks());
        }
        if (isOnlyChecked()) {
            remarks.add("there is no loss, so the error that goes back is random");
        } else if (!file().hasUpdater() && isTrained()) {
            remarks.add("the file has no updater; updater own is Adam at a learning rate of .001");
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(file().name() + ": " + String.join("; ", remarks));
    }

    @Override
    public DataOrigin origin(DataFolders folders) {
        DataOrigin origin = examples().resolve(folders.withoutDownload()).origin();
        Map<String, String> checksums = new HashMap<>(origin.checksums());
        checksums.put(file().name(), file().sha256());
        return new DataOrigin(origin.source(), checksums);
    }

    @Override
    public Optional<DataReading> reading(DataFolders folders) {
        return examples().resolve(folders.withoutDownload()).reading();
    }

    @Override
    public TrialData data(DataRequest request) {
        TrialData made = examples().resolve(request.folders().withoutDownload()).open(request);
        return isRandom() ? made : fitted().of(made);
    }

    private FittedData fitted() {
        return new FittedData(file().name(), file().inputs().get(0), output());
    }

    @Override
    public boolean isTrained() {
        return output == null || output.hasLoss();
    }

    @Override
    public boolean isOnlyChecked() {
        return loss instanceof RandomError;
    }

    @Override
    public String whyUntrained() {
        if (file().outputs().size() > 1) {
            return manyOutputs(file()) + ", of which one can be trained; look at it with initbench check";
        }
        return file().name() + " has no loss; give one as network.loss, or look at it with initbench check";
    }

    @Override
    public Map<String, String> checkedWith() {
        try {
            boolean hasLoss = file().outputs().stream().anyMatch(OutputShape::hasLoss);
            if (hasLoss || isTrained()) {
                return Map.of();
            }
            file().outputWith(new RandomError());
            return Map.of("network." + LOSS, RANDOM_ERROR);
        } catch (InvalidInputException forwardAlone) {
            return Map.of();
        }
    }

    @Override
    public OptionalLong activationsPerExample() {
        return OptionalLong.of(file().activations());
    }

    @Override
    public boolean bringsUpdater() {
        return true;
    }

    @Override
    public boolean isClassifier() {
        return output != null && output.isClasses();
    }
}
