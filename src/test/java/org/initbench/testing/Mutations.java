package org.initbench.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Damaged versions of a file: bits flipped, parts lost, doubled or moved, and what breaks parsers put in; always the same ones. */
public final class Mutations {

    /** How many there are of each file in the fast tests, and in the slow ones. */
    public static final int FEW = 200;

    public static final int MANY = 10_000;

    private static final int MOST_CHANGES = 3;
    private static final int LONGEST_PART = 24;

    private static final List<String> UNPLEASANT = List.of(
            "0",
            "-1",
            "1e999",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "1.5",
            "null",
            "true",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n",
            "\t",
            "\r",
            "\u0000",
            "\u001b[31m",
            "\ufeff",
            "\ufffd",
            "&a",
            "*a",
            "<<",
            "!!int",
            "---",
            "%",
            "=cmd",
            "../",
            "/",
            "\\",
            "999999999999999999999");

    private Mutations() {}

    /** So many versions of a file. */
    public static Stream<byte[]> of(byte[] original, long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> mutated(original, new SplittableRandom(seed * MANY + index)));
    }

    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_PART));
        byte[] unpleasant = UNPLEASANT.get(random.nextInt(UNPLEASANT.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                yield flipped;
            }
            case 1 -> joined(part(bytes, 0, from), part(bytes, to, bytes.length));
            case 2 -> part(bytes, 0, from);
            case 3 -> joined(part(bytes, 0, to), part(bytes, from, bytes.length));
            case 4 -> joined(part(bytes, 0, from), unpleasant, part(bytes, from, bytes.length));
            case 5 -> joined(part(bytes, 0, from), unpleasant, part(bytes, to, bytes.length));
            default -> {
                int elsewhere = random.nextInt(bytes.length);
                yield joined(part(bytes, 0, elsewhere), part(bytes, from, to), part(bytes, elsewhere, bytes.length));
            }
        };
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
