package org.initbench.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.initbench.config.OwnClass;
import org.initbench.config.Section;
import org.initbench.config.Suggestion;
import org.initbench.data.ImageChoice.SourceSetting;

/** The registry of sources of data: one line for each. A name with dots is that of a class on the class path. */
public final class Sources {

    /** The field of a study's {@code data} section that names one. */
    public static final String KEY = "source";

    private static final OwnClass<DataSource> OWN = new OwnClass<>(
            DataSource.class, "a DataSource with a public constructor of a Section", List.of(Section.class));

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    /** Sources of one family read the same settings, so that a study's hold for all of them. */
    private enum Family {
        IMAGES,
        TABLE,
        POINTS,
        SEQUENCES
    }

    private record Entry(String description, Family family, Function<Section, DataSource> reader) {}

    static {
        images("auto", "MNIST, or drawn digits where it is not to be had", SourceSetting.AUTO);
        images("mnist", "MNIST: from data.dir, the cache, or its mirrors", SourceSetting.MNIST);
        images("idx", "four files of MNIST's form: Fashion-MNIST, KMNIST, EMNIST, others", SourceSetting.IDX);
        images("synthetic", "drawn digits, for machines without MNIST", SourceSetting.SYNTHETIC);
        register("shapes", "coloured shapes, drawn for each repetition", Family.IMAGES, ShapesData::new);
        cifar("cifar10", "CIFAR-10's binary version", CifarFormat.TEN);
        cifar("cifar100", "CIFAR-100's binary version", CifarFormat.HUNDRED);
        register(
                "images",
                "a folder with a folder of PNG or JPEG files for each class",
                Family.IMAGES,
                ImageData::folder);
        register("csv", "a table in a file", Family.TABLE, data -> new TabularData(data, true));
        register(
                "generated",
                "clusters as scikit-learn's make_classification draws them",
                Family.TABLE,
                data -> new TabularData(data, false));
        register(
                "sequences",
                "a table with a row for each step, or a text in each row",
                Family.SEQUENCES,
                SequenceData::new);
        register("sentiment", "sentences in a made-up language, good or bad", Family.SEQUENCES, SentimentData::new);
        register("adding", "the sum of two marked numbers of a sequence", Family.SEQUENCES, AddingData::new);
        register("copy", "symbols to be repeated after a pause", Family.SEQUENCES, CopyData::new);
        register("latch", "a sign at the first step, noise after it", Family.SEQUENCES, LatchData::new);
        register("search", "is the first word among the others?", Family.SEQUENCES, SearchData::new);
        register("moons", "two half circles as scikit-learn's make_moons draws them", Family.POINTS, MoonsData::new);
        register("separable", "normal points told apart by a line", Family.POINTS, SeparableData::new);
    }

    private Sources() {}

    private static void images(String name, String description, SourceSetting setting) {
        register(name, description, Family.IMAGES, data -> ImageData.digits(data, setting));
    }

    private static void cifar(String name, String description, CifarFormat format) {
        register(name, description, Family.IMAGES, data -> ImageData.cifar(data, format));
    }

    private static void register(String name, String description, Family family, Function<Section, DataSource> reader) {
        ENTRIES.put(name, new Entry(description, family, reader));
    }

    /** The names of those that come with initbench. */
    public static Set<String> names() {
        return ENTRIES.keySet();
    }

    /** What one of them takes, in a few words. */
    public static String description(String name) {
        return Objects.requireNonNull(ENTRIES.get(name)).description();
    }

    /**
     * The source that a {@code data} section names; problems are in its collector.
     *
     * @param fallback name of the one where the section names none
     */
    public static DataSource read(Section data, String fallback) {
        String name = name(data, fallback, List.of());
        return read(name, data);
    }

    /**
     * The name of a source by a {@code data} section, or that of something else that may stand there.
     *
     * @param fallback where the section names none, or one that there is not
     * @param others names that mean something to the caller
     */
    public static String name(Section data, String fallback, List<String> others) {
        String name = data.text(KEY, fallback);
        if (others.contains(name)) {
            return name;
        }
        Optional<String> problem = problem(name, others);
        problem.ifPresent(sentence -> data.problem(KEY, sentence));
        return problem.isEmpty() ? name : fallback;
    }

    /** The source of that name, with the settings of a {@code data} section. */
    public static DataSource read(String name, Section data) {
        Entry entry = ENTRIES.get(name);
        return entry == null ? OWN.make(name, data) : entry.reader().apply(data);
    }

    private static Optional<String> problem(String name, List<String> others) {
        if (ENTRIES.containsKey(name)) {
            return Optional.empty();
        }
        if (name.contains(".")) {
            return OWN.problem(name);
        }
        List<String> known =
                Stream.concat(others.stream(), ENTRIES.keySet().stream()).toList();
        return Optional.of(name + " is not known" + Suggestion.forUnknown(name, known));
    }

    /** Whether the settings of one source mean the same to another. */
    public static boolean shareSettings(String one, String other) {
        Entry entry = ENTRIES.get(one);
        Entry second = ENTRIES.get(other);
        return one.equals(other) || (entry != null && second != null && sharesSettings(entry, second));
    }

    private static boolean sharesSettings(Entry one, Entry other) {
        boolean areOfOneKind = one.family() != Family.POINTS && one.family() != Family.SEQUENCES;
        return areOfOneKind && one.family() == other.family();
    }
}
