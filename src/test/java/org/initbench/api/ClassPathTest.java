package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.process.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a program that runs otherwise because initbench lies on its class path. */
class ClassPathTest {

    private static final String PRODUCT =
            Path.of("target", "classes").toAbsolutePath().toString();
    private static final String TESTS =
            Path.of("target", "test-classes").toAbsolutePath().toString();

    @TempDir
    private Path program;

    @BeforeEach
    void theProgramStandsAlone() throws IOException {
        String file = Bystander.class.getName().replace('.', '/') + ".class";
        Path copy = program.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream compiled = Bystander.class.getResourceAsStream("/" + file)) {
            Files.copy(compiled, copy);
        }
    }

    @Test
    void backendThreadsExecutionerLoggingAndLastDigitsStay() throws Exception {
        String without = run(Stream.of(), List.of());
        assertThat(without)
                .contains("the program's own line", "CpuBackend", "score 0x")
                .doesNotContain("initbench");
        assertThat(timeless(run(Stream.of(PRODUCT), List.of()))).isEqualTo(timeless(without));
    }

    @Tag("slow")
    @Test
    void aProgramThatAllowsHelpersGetsNoOthersEither() throws Exception {
        List<String> helpers = List.of("-Dorg.eclipse.deeplearning4j.helpers.disable=false");
        assertThat(timeless(run(Stream.of(PRODUCT), helpers))).isEqualTo(timeless(run(Stream.of(), helpers)));
    }

    @Test
    void aProgramMayAskForWhatInitbenchHas() throws Exception {
        assertThat(run(Stream.of(PRODUCT), List.of("-Dinitbench.tuned=true")))
                .contains("TunedCpuBackend", "LeanExecutioner");
    }

    @Test
    void neitherALoggerNorANativeBuildIsPassedOn() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String passed :
                List.of("<artifactId>slf4j-simple</artifactId>", "<classifier>linux-x86_64-onednn</classifier>")) {
            String dependency = pom.substring(pom.indexOf(passed));
            assertThat(dependency.substring(0, dependency.indexOf("</dependency>")))
                    .contains("<optional>true</optional>");
        }
    }

    private String run(Stream<String> first, List<String> options) throws IOException, InterruptedException {
        Stream<String> libraries = Arrays.stream(ChildJvm.classPath().split(File.pathSeparator))
                .filter(entry -> !entry.equals(PRODUCT) && !entry.equals(TESTS) && !entry.contains("-onednn"));
        String classPath = Stream.of(first, Stream.of(program.toString()), libraries)
                .flatMap(entries -> entries)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options.stream(),
                        Stream.of("-cp", classPath, Bystander.class.getName()))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /**
     * Without what differs between any two runs, and without DL4J's complaint about a class that it has moved elsewhere, which
     * initbench has under the name that is looked for.
     */
    private static String timeless(String said) {
        return said.lines()
                .filter(line -> !line.contains("Cannot find class [org.nd4j.nativeblas.Nd4jCpu$Environment]"))
                .map(line -> line.replaceAll("[0-9.]+ ?GB", "… GB").replaceAll("\\d+ ms", "… ms"))
                .collect(Collectors.joining("\n"));
    }
}
