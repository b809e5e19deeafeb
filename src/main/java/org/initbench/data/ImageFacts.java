package org.initbench.data;

import java.util.List;
import java.util.Map;

/**
 * What there is to know of an image set without its pixels.
 *
 * @param name for the {@code dataset} column
 * @param train how many there are to learn from
 * @param test how many there are to be tested on
 * @param classes their names, in the order of their labels
 * @param checksums see {@link DataOrigin#checksums}
 */
record ImageFacts(
        String name,
        int train,
        int test,
        int channels,
        int rows,
        int columns,
        List<String> classes,
        Map<String, String> checksums) {

    static ImageFacts of(ImageSet set, ImageSource source) {
        LabeledImages images = set.train();
        return new ImageFacts(
                set.name(),
                images.count(),
                set.test().count(),
                images.channels(),
                images.rows(),
                images.columns(),
                set.classes(),
                source.checksums());
    }
}
