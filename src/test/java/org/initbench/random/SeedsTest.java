package org.initbench.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Prevents two draws from sharing a seed by accident, and one draw from changing its seed between versions. */
class SeedsTest {

    @Test
    void theSamePlaceGivesTheSameSeed() {
        assertThat(Seeds.derive(7, 0, "layer", 3)).isEqualTo(Seeds.derive(7, 0, "layer", 3));
    }

    /** Computed in Python's unbounded integers from the definitions of FNV-1a and of SplitMix64's mixer. */
    @Test
    void aSeedStaysWhatItWasInEarlierVersions() {
        assertThat(Seeds.derive(1, 0, "data", "train")).isEqualTo(-6301873862061980152L);
        assertThat(Seeds.derive(-5, "é")).isEqualTo(5514689261854781766L);
    }

    @Test
    void everyPartOfThePlaceCounts() {
        Set<Long> seeds = new HashSet<>();
        for (long study = 0; study < 10; study++) {
            for (int repetition = 0; repetition < 10; repetition++) {
                for (int layer = 0; layer < 100; layer++) {
                    seeds.add(Seeds.derive(study, repetition, "weight", layer));
                    seeds.add(Seeds.derive(study, repetition, "bias", layer));
                }
            }
        }
        assertThat(seeds).hasSize(10 * 10 * 100 * 2);
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(Seeds.derive(1, "a", "bc")).isNotEqualTo(Seeds.derive(1, "ab", "c"));
        assertThat(Seeds.derive(1, "abc")).isNotEqualTo(Seeds.derive(1, "a", "bc"));
        assertThat(Seeds.derive(1, 23)).isNotEqualTo(Seeds.derive(12, 3));
        assertThat(Seeds.derive(1, "a", "")).isNotEqualTo(Seeds.derive(1, "a"));
    }

    @Test
    void orderOfPartsCounts() {
        assertThat(Seeds.derive(1, "a", "b")).isNotEqualTo(Seeds.derive(1, "b", "a"));
    }

    /** Half of 64 bits within six standard deviations, over 200 neighbours: false alarm below 200 × 2e-9. */
    @Test
    void neighbouringPlacesHaveUnrelatedSeeds() {
        for (int place = 0; place < 200; place++) {
            long different = Seeds.derive(1, place) ^ Seeds.derive(1, place + 1);
            assertThat(Long.bitCount(different)).isBetween(32 - 24, 32 + 24);
        }
    }

    @Test
    void generatorsOfOnePlaceDrawTheSameAndOfAnotherDoNot() {
        UniformRandomProvider first = Seeds.generator(5, 1, "order");
        UniformRandomProvider again = Seeds.generator(5, 1, "order");
        UniformRandomProvider other = Seeds.generator(5, 2, "order");
        long[] drawn = first.longs(20).toArray();
        assertThat(again.longs(20).toArray()).isEqualTo(drawn);
        assertThat(other.longs(20).toArray()).isNotEqualTo(drawn);
    }
}
