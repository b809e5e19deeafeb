package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import javax.tools.JavaCompiler;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a run that goes on with another helper of a class of someone's own. */
class ClassFilesTest {

    private static final String OWN =
            """
            package com.example;
            public class Own {
                static final long BIG = 1L << 40;
                static final double HALF = 0.5;
                double value() { return BIG * HALF * new Nested().helped() * new Helper[1].length; }
                static class Nested { double helped() { return Helper.value(); } }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aHelperAndANestedClassBelongToIt() throws Exception {
        String before = checksum(OWN, "1", "1");
        assertThat(checksum(OWN, "1", "1")).isEqualTo(before);
        assertThat(checksum(OWN, "2", "1")).as("the helper").isNotEqualTo(before);
        assertThat(checksum(OWN.replace("return Helper", "return 2 * Helper"), "1", "1"))
                .as("the nested class")
                .isNotEqualTo(before);
        assertThat(checksum(OWN, "1", "2"))
                .as("a class that it does not refer to")
                .isEqualTo(before);
    }

    @Test
    void inAJarItIsTheSame() throws Exception {
        String inFolder = checksum(OWN, "1", "1");
        Path jar = folder.resolve("own.jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int code =
                tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", folder.toString(), "com");
        assertThat(code).isZero();
        assertThat(checksum(jar)).isEqualTo(inFolder);
    }

    @Test
    void ofAClassThatStandsAloneItIsThatOfItsFile() throws Exception {
        checksum(OWN, "1", "1");
        Path file = folder.resolve("com/example/Helper.class");
        assertThat(checksum(folder, "com.example.Helper")).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }

    private String checksum(String own, String helper, String stranger) throws IOException {
        compile("Own", own);
        compile("Helper", "package com.example; class Helper { static double value() { return " + helper + "; } }");
        compile("Stranger", "package com.example; class Stranger { int value = " + stranger + "; }");
        return checksum(folder);
    }

    private void compile(String name, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/com/example"));
        Path file = Files.writeString(sources.resolve(name + ".java"), source);
        if (!name.equals("Own")) {
            JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
            List<String> options =
                    List.of("-sourcepath", folder.resolve("sources").toString(), "-d", folder.toString(), "-proc:none");
            assertThat(compiler.getTask(
                                    null,
                                    null,
                                    null,
                                    options,
                                    null,
                                    compiler.getStandardFileManager(null, null, null)
                                            .getJavaFileObjects(file, sources.resolve("Own.java")))
                            .call())
                    .isTrue();
        }
    }

    private static String checksum(Path place) throws IOException {
        return checksum(place, "com.example.Own");
    }

    private static String checksum(Path place, String name) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(loader);
            return ClassFiles.checksum(name);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
