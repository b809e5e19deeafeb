package org.initbench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;

/**
 * How many images of each part a study asks for: the first ones.
 *
 * @param train to learn from
 * @param test to be tested on; 0 for none
 * @param takesWhatThereIs whether a study that asks for more gets all, and is told; it is refused otherwise
 */
record ImageCounts(int train, int test, boolean takesWhatThereIs) {

    private static final String ALL = "all";
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Reads {@code train} and {@code test}: as many as MNIST has by default. */
    static ImageCounts exact(Section data) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return new ImageCounts(
                count(data, "train", nodes.numberNode(60_000), 1),
                count(data, "test", nodes.numberNode(10_000), 0),
                false);
    }

    /** Reads the same: all by default, and at most that, as the numbers may be there for the study's own source. */
    static ImageCounts atMost(Section data) {
        JsonNode all = JsonNodeFactory.instance.textNode(ALL);
        return new ImageCounts(count(data, "train", all, 1), count(data, "test", all, 0), true);
    }

    private static int count(Section data, String key, JsonNode fallback, int least) {
        return data.custom(key, fallback, "a whole number of at least " + least, node -> count(node, least))
                .orElseGet(() -> count(fallback, least).orElse(UNBOUNDED));
    }

    private static Optional<Integer> count(JsonNode node, int least) {
        if (node.asText().equals(ALL)) {
            return Optional.of(UNBOUNDED);
        }
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    /**
     * What is to be said where there are fewer.
     *
     * @throws InvalidInputException if the study is to have its numbers
     */
    List<String> remarks(ImageFacts facts) {
        List<String> sentences = Stream.of(
                        sentence("data.train", train, facts.train(), facts.name()),
                        sentence("data.test", test, facts.test(), facts.name()))
                .flatMap(Optional::stream)
                .toList();
        if (!sentences.isEmpty() && !takesWhatThereIs) {
            throw new InvalidInputException(sentences);
        }
        return sentences.stream()
                .map(sentence -> sentence + ", so it takes all")
                .toList();
    }

    private static Optional<String> sentence(String key, int asked, int there, String name) {
        return asked > there && asked != UNBOUNDED
                ? Optional.of(key + ": " + asked + " is more than the " + there + " of " + name)
                : Optional.empty();
    }
}
