package org.initbench.run;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a class of someone else's consists of: its own, and those that it refers to, directly or by others, in
 * the same jar or folder. References are those of the constant pool (Java Virtual Machine Specification, 4.4); what is loaded by
 * its name alone is not among them.
 */
final class ClassFiles {

    private static final String SUFFIX = ".class";
    private static final int TEXT = 1;
    private static final int CLASS = 7;

    private ClassFiles() {}

    /** SHA-256 of the files, one after the other by name; of a class that stands alone that of its file. */
    static String checksum(String className) {
        String root = className.replace('.', '/');
        URL url = url(root);
        if (url == null) {
            return Build.UNKNOWN;
        }
        String file = url.toString();
        String place = file.substring(0, file.length() - root.length() - SUFFIX.length());
        MessageDigest digest = DigestUtils.getSha256Digest();
        files(root, place).values().forEach(digest::update);
        return Hex.encodeHexString(digest.digest());
    }

    private static SortedMap<String, byte[]> files(String root, String place) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            URL url = url(name);
            if (url != null && url.toString().startsWith(place) && !files.containsKey(name)) {
                byte[] content = content(url);
                files.put(name, content);
                waiting.addAll(references(content));
            }
        }
        return files;
    }

    private static @Nullable URL url(String name) {
        return Thread.currentThread().getContextClassLoader().getResource(name + SUFFIX);
    }

    private static byte[] content(URL url) {
        try (var stream = url.openStream()) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The classes that a class file names, with slashes; of arrays something that is no class's name. */
    private static Collection<String> references(byte[] content) {
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, Integer> classes = new HashMap<>();
        try (DataInputStream file = new DataInputStream(new ByteArrayInputStream(content))) {
            file.skipNBytes(8); // magic number and version
            int count = file.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = file.readUnsignedByte();
                switch (tag) {
                    case TEXT -> texts.put(i, file.readUTF());
                    case CLASS -> classes.put(i, file.readUnsignedShort());
                    case 5, 6 -> { // long and double take two places
                        file.skipNBytes(8);
                        i++;
                    }
                    default -> file.skipNBytes(size(tag));
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return classes.values().stream()
                .map(index -> texts.getOrDefault(index, ""))
                .toList();
    }

    private static int size(int tag) {
        return switch (tag) {
            case 8, 16, 19, 20 -> 2; // string, method type, module, package
            case 15 -> 3; // method handle
            default -> 4; // numbers, references to fields and methods, names with types, dynamic
        };
    }
}
