package org.initbench.random;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Derives the seed of one draw from the study's seed and the place of the draw, so that adding a layer, an initializer or
 * a variant leaves every other draw as it was. The hash is FNV-1a over the parts, finished by SplitMix64's mixer.
 */
public final class Seeds {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final char SEPARATOR = '\u001f';

    private Seeds() {}

    /** A 64-bit seed for the draw that these parts name, for instance {@code (1, 0, "data", "train")}. */
    public static long derive(long studySeed, Object... place) {
        StringBuilder parts = new StringBuilder().append(studySeed);
        for (Object part : place) {
            parts.append(SEPARATOR).append(part);
        }
        long hash = FNV_OFFSET;
        for (byte octet : parts.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** A generator of its own for the draw that these parts name: xoshiro256++, the same on every JDK. */
    public static UniformRandomProvider generator(long studySeed, Object... place) {
        return RandomSource.XO_SHI_RO_256_PP.create(derive(studySeed, place));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
