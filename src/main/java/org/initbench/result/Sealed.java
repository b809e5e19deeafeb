package org.initbench.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * JSON that tells when a bit of it is not as it was written: {@code {"version":2,"murmur3":"…","trial":…}}, packed by gzip. The
 * checksum is MurmurHash3's of 128 bits over the bytes of the trial: against accidents and careless editors, not against attackers,
 * and a fraction of what a cryptographic one costs for thousands of trials. The same trial gives the same bytes, as the header holds
 * no time.
 */
final class Sealed {

    private static final byte[] BEFORE_SEAL = bytes("{\"version\":2,\"murmur3\":\"");
    private static final byte[] BEFORE_PAYLOAD = bytes("\",\"trial\":");
    private static final byte[] END = bytes("}");
    private static final int SEAL = 32;
    private static final int BUFFER = 1 << 14;

    private Sealed() {}

    /** Writes a payload, which is JSON itself. */
    static void write(byte[] payload, OutputStream out) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(out);
        packed.write(head(payload));
        packed.write(payload);
        packed.write(END);
        packed.finish();
    }

    /** The payload of a file; empty where it is not what was written. */
    static Optional<byte[]> open(byte[] file) {
        Optional<byte[]> unpacked = unpack(file);
        int from = BEFORE_SEAL.length + SEAL + BEFORE_PAYLOAD.length;
        if (unpacked.isEmpty() || unpacked.get().length < from + END.length) {
            return Optional.empty();
        }
        byte[] content = unpacked.get();
        int to = content.length - END.length;
        byte[] payload = Arrays.copyOfRange(content, from, to);
        boolean isWhole = Arrays.equals(head(payload), Arrays.copyOf(content, from))
                && Arrays.equals(END, Arrays.copyOfRange(content, to, content.length));
        return isWhole ? Optional.of(payload) : Optional.empty();
    }

    private static byte[] head(byte[] payload) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(BEFORE_SEAL);
        long[] checksum = MurmurHash3.hash128x64(payload);
        head.writeBytes(bytes(String.format(Locale.ROOT, "%016x%016x", checksum[0], checksum[1])));
        head.writeBytes(BEFORE_PAYLOAD);
        return head.toByteArray();
    }

    /** From memory, so that whatever goes wrong is in the bytes. */
    private static Optional<byte[]> unpack(byte[] file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file), BUFFER)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
