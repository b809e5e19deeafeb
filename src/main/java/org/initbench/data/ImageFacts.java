package org.initbench.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.result.DataReading;
import org.initbench.result.DataReading.ClassCount;

/**
 * What there is to know of an image set without its pixels.
 *
 * @param name for the {@code dataset} column
 * @param train how many there are to learn from
 * @param test how many there are to be tested on
 * @param classes in the order of their labels, and how many images of both parts each has
 * @param checksums see {@link DataOrigin#checksums}
 */
record ImageFacts(
        String name,
        int train,
        int test,
        int channels,
        int rows,
        int columns,
        List<ClassCount> classes,
        Map<String, String> checksums) {

    static ImageFacts of(ImageSet set, ImageSource source) {
        LabeledImages images = set.train();
        int[] counts = new int[set.classes().size()];
        for (LabeledImages part : List.of(set.train(), set.test())) {
            IntStream.range(0, part.count()).forEach(image -> counts[part.label(image)]++);
        }
        return new ImageFacts(
                set.name(),
                images.count(),
                set.test().count(),
                images.channels(),
                images.rows(),
                images.columns(),
                IntStream.range(0, counts.length)
                        .mapToObj(label -> new ClassCount(set.classes().get(label), counts[label]))
                        .toList(),
                source.checksums());
    }

    List<String> classNames() {
        return classes.stream().map(ClassCount::name).toList();
    }

    /** For a report. */
    DataReading reading(List<String> decisions) {
        return new DataReading(name, train + test, List.of(), classes, decisions);
    }
}
