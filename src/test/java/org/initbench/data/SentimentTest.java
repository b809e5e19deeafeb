package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.initbench.random.Seeds;
import org.junit.jupiter.api.Test;

/** Guards against labels that do not follow from the words, and against a language that gives itself away otherwise. */
class SentimentTest {

    private static final int COUNT = 4000;
    private static final int LENGTH = 20;
    private static final int VOCABULARY = 10_000;

    private final Sentiment sentences = draw(1);

    @Test
    void aLabelIsTheSignOfTheSumOfItsPolarWords() {
        for (int i = 0; i < COUNT; i++) {
            int sum = naiveSum(sentences.words()[i]);
            assertThat(sum).isNotZero();
            assertThat(sentences.labels()[i]).isEqualTo(sum > 0 ? 1 : 0);
        }
    }

    @Test
    void negationsDecideSomeLabelsButNotMost() {
        long flipped = IntStream.range(0, COUNT)
                .filter(i -> {
                    int plain = Arrays.stream(sentences.words()[i])
                            .map(Sentiment::polarity)
                            .sum();
                    return Integer.signum(plain) != (sentences.labels()[i] == 1 ? 1 : -1);
                })
                .count();
        assertThat((double) flipped / COUNT).isBetween(0.02, 0.1);
    }

    @Test
    void halfOfThePolarWordsAreGood() {
        assertThat(IntStream.range(0, VOCABULARY).map(Sentiment::polarity).filter(each -> each == 1))
                .hasSize(100);
        assertThat(IntStream.range(0, VOCABULARY).map(Sentiment::polarity).filter(each -> each == -1))
                .hasSize(100);
        assertThat(Sentiment.polarity(Sentiment.NEGATION)).isZero();
    }

    /** Binomial with p = 1/2 up to the rarer of two neighbours: 4 standard deviations, false alarm 6e-5. */
    @Test
    void bothClassesAreEquallyFrequent() {
        double good = Arrays.stream(sentences.labels()).average().orElseThrow();
        assertThat(good).isBetween(0.5 - 4 * 0.5 / Math.sqrt(COUNT), 0.5 + 4 * 0.5 / Math.sqrt(COUNT));
    }

    /**
     * Whether a sentence is drawn anew depends on polar words and negations alone, so the others keep Zipf's law among
     * themselves. Chi-square at significance 1e-4, which is the probability of a false alarm over seeds.
     */
    @Test
    void wordsThatSayNothingFollowZipf() {
        int bins = 300;
        double[] expected = new double[bins + 1];
        long[] found = new long[bins + 1];
        IntStream.range(0, VOCABULARY)
                .filter(SentimentTest::saysNothing)
                .forEach(word -> expected[Math.min(word, bins)] += 1.0 / (word + 1));
        Arrays.stream(sentences.words())
                .flatMapToInt(Arrays::stream)
                .filter(SentimentTest::saysNothing)
                .forEach(word -> found[Math.min(word, bins)]++);
        int[] used =
                IntStream.rangeClosed(0, bins).filter(bin -> expected[bin] > 0).toArray();
        double p = ChiSquareTest.withDefaults()
                .test(
                        Arrays.stream(used).mapToDouble(bin -> expected[bin]).toArray(),
                        Arrays.stream(used).mapToLong(bin -> found[bin]).toArray())
                .getPValue();
        assertThat(p).isGreaterThan(1e-4);
    }

    @Test
    void threeOfTenWordsArePolarAndMostAgreeWithTheLabel() {
        long polar = Arrays.stream(sentences.words())
                .flatMapToInt(Arrays::stream)
                .filter(word -> Sentiment.polarity(word) != 0)
                .count();
        assertThat((double) polar / (COUNT * LENGTH)).isBetween(0.29, 0.34);
    }

    @Test
    void aSeedGivesTheSameSentencesAndAnotherGivesOthers() {
        assertThat(draw(1).words()).isDeepEqualTo(sentences.words());
        assertThat(draw(1).labels()).isEqualTo(sentences.labels());
        Set<List<Integer>> seen = new HashSet<>();
        Arrays.stream(sentences.words()).forEach(words -> seen.add(asList(words)));
        assertThat(Arrays.stream(draw(2).words()).map(SentimentTest::asList)).doesNotContainAnyElementsOf(seen);
    }

    private static Sentiment draw(long seed) {
        return Sentiment.draw(COUNT, LENGTH, VOCABULARY, Seeds.generator(seed, "test"));
    }

    private static List<Integer> asList(int[] words) {
        return Arrays.stream(words).boxed().toList();
    }

    private static boolean saysNothing(int word) {
        return Sentiment.polarity(word) == 0 && word != Sentiment.NEGATION;
    }

    /** For each polar word, the negations between it and the polar word before it. */
    private static int naiveSum(int[] words) {
        int sum = 0;
        for (int i = 0; i < words.length; i++) {
            if (Sentiment.polarity(words[i]) == 0) {
                continue;
            }
            int negations = 0;
            for (int j = i - 1; j >= 0 && Sentiment.polarity(words[j]) == 0; j--) {
                negations += words[j] == Sentiment.NEGATION ? 1 : 0;
            }
            sum += negations % 2 == 0 ? Sentiment.polarity(words[i]) : -Sentiment.polarity(words[i]);
        }
        return sum;
    }
}
