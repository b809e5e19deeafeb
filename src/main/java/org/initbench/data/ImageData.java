package org.initbench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.data.ImageChoice.SourceSetting;
import org.initbench.random.RandomState;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What the {@code data} section of a study on images says, and the examples that follow from it: (examples, channels, height,
 * width). They are the first ones, the same for every repetition; of a set without a test part some are held out, class by
 * class, anew for each repetition. The examples made last are kept: trials that agree in their settings get the same objects.
 */
final class ImageData implements DataSource {

    private static final MnistFinder MNIST = new MnistFinder(Mirrors.PUBLIC);
    private static final LastValueCache<ImageSource, ImageSet> SETS = new LastValueCache<>();
    private static final Map<ImageSource, ImageFacts> FACTS = new ConcurrentHashMap<>();
    private static final LastValueCache<Settings, TrialData> MADE = new LastValueCache<>();

    private final ImageFinder finder;
    private final ImageCounts counts;
    private final Scaling scaling;
    private final Optional<HoldOut> holdOut;

    /** What of a set without a test part is held out, in the first repetition; each further one adds 1 to the seed. */
    private record HoldOut(double fraction, long seed) {

        static HoldOut read(Section data) {
            return new HoldOut(
                    data.number("testFraction", 0.2, Range.FRACTION),
                    data.integer("splitSeed", 42L, 0, RandomState.MAX_SEED));
        }

        HoldOut of(int repetition) {
            return new HoldOut(fraction, RandomState.nextSeed(seed, repetition));
        }
    }

    /** All that examples depend on; nothing is held out where the set has a test part. */
    private record Settings(
            ImageSource source, ImageCounts counts, Scaling scaling, Optional<HoldOut> holdOut, DataType type) {}

    private ImageData(Section data, ImageFinder finder, ImageCounts counts, boolean mayLackTest) {
        this.finder = finder;
        this.counts = counts;
        scaling = choice(data, "scaling", Scaling.values());
        holdOut = mayLackTest ? Optional.of(HoldOut.read(data)) : Optional.empty();
    }

    /** MNIST, drawn digits, or four files of MNIST's form. */
    static ImageData digits(Section data, SourceSetting setting) {
        return digits(data, setting, MNIST);
    }

    static ImageData digits(Section data, SourceSetting setting, MnistFinder mnist) {
        ImageCounts counts = ImageCounts.exact(data);
        SyntheticSource drawn = new SyntheticSource(counts.train(), counts.test());
        ImageFinder finder = setting == SourceSetting.IDX
                ? IdxFinder.read(data)
                : folders -> ImageChoice.of(setting, folders, mnist, drawn);
        return new ImageData(data, finder, counts, false);
    }

    /** A CIFAR set. */
    static ImageData cifar(Section data, CifarFormat format) {
        ImageFinder finder = CifarSource.finder(format, DataPlace.read(data));
        return new ImageData(data, finder, ImageCounts.atMost(data), false);
    }

    /** A folder with a folder for each class. */
    static ImageData folder(Section data) {
        DataPlace place = DataPlace.read(data);
        place.require(data);
        int size = data.integer("size", 32, 1);
        int channels = data.custom(
                        "channels",
                        JsonNodeFactory.instance.numberNode(3),
                        "1 for grey or 3 for colour",
                        ImageData::channels)
                .orElse(3);
        ImageFinder finder = folders -> {
            ImageFolder found = ImageFolder.of(place.in(List.of(), folders).get(0), size, channels);
            return new ImageChoice(found, null, found.remark());
        };
        return new ImageData(data, finder, ImageCounts.atMost(data), true);
    }

    private static Optional<Integer> channels(JsonNode node) {
        return node.isIntegralNumber() && (node.intValue() == 1 || node.intValue() == 3)
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    /** Finds the images, downloading them where that is allowed, and checks them. */
    @Override
    public ResolvedData resolve(DataFolders folders) {
        ImageChoice choice = finder.find(folders);
        ImageSource source = choice.source();
        ImageFacts facts = FACTS.computeIfAbsent(source, found -> ImageFacts.of(load(found), found));
        boolean isSplit = facts.test() == 0 && holdOut.isPresent();
        Stream<String> ofCounts = isSplit ? Stream.empty() : counts.remarks(facts).stream();
        List<String> remarks =
                Stream.concat(choice.warning().stream(), ofCounts).toList();
        return new ResolvedData(
                facts.name(),
                InputType.convolutional(facts.rows(), facts.columns(), facts.channels()),
                Task.classes(facts.classNames()),
                new DataOrigin(choice.settled(), facts.checksums()),
                remarks,
                source instanceof SyntheticSource ? Optional.empty() : Optional.of(facts.reading(remarks)),
                request -> open(new Settings(
                        source,
                        counts,
                        scaling,
                        isSplit ? holdOut.map(each -> each.of(request.repetition())) : Optional.empty(),
                        request.type())));
    }

    private static ImageSet load(ImageSource source) {
        return SETS.get(source, source::load);
    }

    private static TrialData open(Settings settings) {
        return MADE.get(settings, () -> make(settings));
    }

    private static TrialData make(Settings settings) {
        ImageSet set = load(settings.source());
        Optional<TrainTestSplit> split = settings.holdOut().map(held -> held(set.train(), held));
        LabeledImages tested = split.isPresent() ? set.train() : set.test();
        int[] train = first(
                settings.counts().train(), split.map(TrainTestSplit::train).orElseGet(() -> all(set.train())));
        int[] test =
                first(settings.counts().test(), split.map(TrainTestSplit::test).orElseGet(() -> all(tested)));
        double[] values = settings.scaling().values(set.train(), train);
        int classes = set.classes().size();
        return new TrialData(
                set.name(),
                new ImageExamples(set.train(), values, settings.type()).pick(train, classes),
                test.length == 0
                        ? Optional.empty()
                        : Optional.of(new ImageExamples(tested, values, settings.type()).pick(test, classes)));
    }

    private static TrainTestSplit held(LabeledImages images, HoldOut held) {
        int[] labels = IntStream.range(0, images.count()).map(images::label).toArray();
        return TrainTestSplit.byClass(labels, held.fraction(), held.seed());
    }

    private static int[] all(LabeledImages images) {
        return IntStream.range(0, images.count()).toArray();
    }

    private static int[] first(int most, int[] positions) {
        return Arrays.copyOf(positions, Math.min(most, positions.length));
    }

    /** One of an enum's constants by its name in lower case; the first by default. */
    private static <E extends Enum<E>> E choice(Section section, String key, E[] constants) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return constants[names.indexOf(section.choice(key, names.get(0), names))];
    }
}
