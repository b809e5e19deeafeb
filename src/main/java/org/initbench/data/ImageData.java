package org.initbench.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;
import org.initbench.data.ImageChoice.SourceSetting;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What the {@code data} section of a study on images says, and the examples that follow from it. The examples made last
 * are kept: trials that agree in their settings get the same objects.
 */
public final class ImageData implements DataSource {

    private static final MnistFinder FINDER = new MnistFinder(Mirrors.PUBLIC);
    private static final LastValueCache<ImageSource, ImageSet> SETS = new LastValueCache<>();
    private static final Map<ImageSource, Map<String, String>> CHECKSUMS = new ConcurrentHashMap<>();
    private static final LastValueCache<Settings, TrialData> MADE = new LastValueCache<>();

    private final Layout layout;
    private final MnistFinder finder;
    private final SourceSetting setting;
    private final int train;
    private final int test;
    private final Scaling scaling;

    /** How an image is laid out. */
    public enum Layout {
        /** (examples, height · width), row by row. */
        FLAT,
        /** (examples, 1, height, width). */
        CHANNELS
    }

    /** All that examples depend on. */
    private record Settings(ImageSource source, int train, int test, Scaling scaling, Layout layout, DataType type) {}

    /** Reads {@code source}, {@code train}, {@code test} and {@code scaling}. */
    public ImageData(Section data, Layout layout) {
        this(data, layout, FINDER);
    }

    ImageData(Section data, Layout layout, MnistFinder finder) {
        this.layout = layout;
        this.finder = finder;
        setting = SourceSetting.valueOf(source(data).toUpperCase(Locale.ROOT));
        train = data.integer("train", 60_000, 1);
        test = data.integer("test", 10_000, 0);
        scaling = choice(data, "scaling", Scaling.values());
    }

    /**
     * Finds the images, downloading them if need be, and checks them.
     *
     * @return a warning if other images stand in for those that are missing
     * @throws InvalidInputException if files are missing or damaged, or hold too few images
     */
    @Override
    public Optional<String> prepare(DataFolders folders) {
        ImageChoice choice = choose(folders);
        load(choice.source());
        return choice.warning();
    }

    /**
     * The first images, the same for every repetition; no test set where {@code test} is 0. Nothing is downloaded here: what
     * {@link #prepare} could not find is not asked for again by each trial.
     *
     * @throws InvalidInputException if files are missing or damaged, or hold too few images
     */
    @Override
    public TrialData data(DataRequest request) {
        ImageSource source = choose(request.folders().withoutDownload()).source();
        Settings settings = new Settings(source, train, test, scaling, layout, request.type());
        return MADE.get(settings, () -> make(settings));
    }

    /**
     * Which images these are; nothing is downloaded for it.
     *
     * @throws InvalidInputException if files are missing or damaged
     */
    @Override
    public DataOrigin origin(DataFolders folders) {
        ImageSource source = choose(folders.withoutDownload()).source();
        SourceSetting found = source instanceof SyntheticSource ? SourceSetting.SYNTHETIC : SourceSetting.MNIST;
        return new DataOrigin(
                setting == SourceSetting.AUTO ? found.name().toLowerCase(Locale.ROOT) : null,
                CHECKSUMS.computeIfAbsent(source, this::checksums));
    }

    /** Files are read once, for the checksum and for the trials that follow. */
    private Map<String, String> checksums(ImageSource source) {
        if (source instanceof IdxSource) {
            load(source);
        }
        return source.checksums();
    }

    private ImageChoice choose(DataFolders folders) {
        return ImageChoice.of(setting, folders, finder, new SyntheticSource(train, test));
    }

    private ImageSet load(ImageSource source) {
        ImageSet set = SETS.get(source, source::load);
        set.requireCounts(train, test);
        return set;
    }

    private TrialData make(Settings settings) {
        ImageSet set = load(settings.source());
        double[] values = scaling.values(set.train(), train);
        Examples training = examples(set.train(), train, values, settings, set.classes());
        Optional<Examples> testing =
                test == 0 ? Optional.empty() : Optional.of(examples(set.test(), test, values, settings, set.classes()));
        return new TrialData(set.name(), training, testing);
    }

    private static Examples examples(LabeledImages images, int count, double[] values, Settings settings, int classes) {
        return new ImageExamples(images, values, settings.type()).first(count, settings.layout(), classes);
    }

    /** Reads {@code source}: one of its own sources, or one of {@code others} that a scenario has beside them. */
    public static String source(Section data, String... others) {
        List<String> sources = Stream.concat(
                        Stream.of(SourceSetting.values())
                                .map(setting -> setting.name().toLowerCase(Locale.ROOT)),
                        Stream.of(others))
                .toList();
        return data.choice("source", sources.get(0), sources);
    }

    /** One of an enum's constants by its name in lower case; the first by default. */
    private static <E extends Enum<E>> E choice(Section section, String key, E[] constants) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return constants[names.indexOf(section.choice(key, names.get(0), names))];
    }
}
