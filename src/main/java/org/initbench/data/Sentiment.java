package org.initbench.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Sentences in a made-up language, with a sentiment that has to be read word after word. Word w is drawn with probability
 * proportional to 1/(w + 1), Zipf's law. Words {@value #FIRST_POLAR} to {@value #LAST_POLAR} are polar, in pairs of
 * neighbours of which one is good (+1), one bad (−1), and make up 3 of 10 words. Each sentence has a mood, good or bad; a
 * polar word against the mood gives way to the other one of its pair with probability {@value #YIELDING}. {@link #NEGATION}
 * flips the next polar word, wherever it stands, and two of them before the same word cancel. A sentence is good where its
 * polar words, so read, sum to more than 0, bad where to less; it is drawn anew where they sum to 0. Only sums, products
 * and comparisons of doubles decide, so every machine draws the same.
 */
public final class Sentiment {

    /** The word that flips the next polar one: 3 of 100 words. */
    public static final int NEGATION = 2;

    /** The first of the polar words. */
    public static final int FIRST_POLAR = 10;

    /** The last of the polar words. */
    public static final int LAST_POLAR = 209;

    /** How often a polar word against the mood is exchanged: 8 of 10 polar words agree with the mood. */
    static final double YIELDING = 0.6;

    private final int[][] words;
    private final int[] labels;

    private Sentiment(int[][] words, int[] labels) {
        this.words = words;
        this.labels = labels;
    }

    /** (sentences, length), each from 0 to vocabulary − 1. */
    public int[][] words() {
        return words;
    }

    /** 1 where good, 0 where bad. */
    public int[] labels() {
        return labels;
    }

    /**
     * Draws sentences.
     *
     * @param length words of each
     * @param vocabulary above {@link #LAST_POLAR}
     */
    public static Sentiment draw(int count, int length, int vocabulary, UniformRandomProvider generator) {
        SharedStateDiscreteSampler zipf = GuideTableDiscreteSampler.of(
                generator,
                IntStream.range(0, vocabulary).mapToDouble(w -> 1.0 / (w + 1)).toArray());
        int[][] words = new int[count][length];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int sum;
            do {
                int mood = generator.nextBoolean() ? 1 : -1;
                for (int step = 0; step < length; step++) {
                    words[i][step] = inMood(zipf.sample(), mood, generator);
                }
                sum = sum(words[i]);
            } while (sum == 0);
            labels[i] = sum > 0 ? 1 : 0;
        }
        return new Sentiment(words, labels);
    }

    /** +1 for a good word, −1 for a bad one, else 0. Along the ranks the signs are Thue's and Morse's, equally frequent. */
    public static int polarity(int word) {
        if (word < FIRST_POLAR || word > LAST_POLAR) {
            return 0;
        }
        return Integer.bitCount(word - FIRST_POLAR) % 2 == 0 ? 1 : -1;
    }

    private static int inMood(int word, int mood, UniformRandomProvider generator) {
        boolean yields = polarity(word) == -mood && generator.nextDouble() < YIELDING;
        return yields ? neighbour(word) : word;
    }

    /** The other word of a pair. */
    private static int neighbour(int word) {
        return FIRST_POLAR + ((word - FIRST_POLAR) ^ 1);
    }

    private static int sum(int[] sentence) {
        int sum = 0;
        int sign = 1;
        for (int word : sentence) {
            int polarity = polarity(word);
            if (word == NEGATION) {
                sign = -sign;
            } else if (polarity != 0) {
                sum += sign * polarity;
                sign = 1;
            }
        }
        return sum;
    }
}
