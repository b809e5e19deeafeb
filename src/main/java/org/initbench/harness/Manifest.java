package org.initbench.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.initbench.backend.OneDnn;
import org.initbench.backend.TunedCpuBackend;
import org.initbench.data.TrialData;
import org.nd4j.linalg.factory.Nd4j;

/** {@code manifest.json}: what was run, with what, on what. */
final class Manifest {

    private static final int SCHEMA_VERSION = 1;
    private static final String DL4J_BUILD = "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Manifest() {}

    static void write(Path folder, Plan plan) throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("schemaVersion", SCHEMA_VERSION);
        manifest.put("scenario", plan.name());
        manifest.set("study", plan.resolved());
        ObjectNode seeds = manifest.putObject("seeds");
        seeds.put("study", plan.study().seed());
        manifest.set("git", git());
        manifest.set("java", java());
        manifest.set("machine", machine());
        manifest.set("backend", backend());
        manifest.set("datasets", JSON.valueToTree(checksums(plan)));
        Files.write(folder.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
    }

    private static ObjectNode git() {
        Properties properties = properties("/git.properties");
        ObjectNode git = JSON.createObjectNode();
        git.put("commit", properties.getProperty("git.commit.id.full", "unknown"));
        git.put("dirty", properties.getProperty("git.dirty", "unknown"));
        return git;
    }

    /** The properties in a resource; none where it is missing. */
    private static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream content = Manifest.class.getResourceAsStream(resource)) {
            if (content != null) {
                properties.load(content);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static ObjectNode java() {
        ObjectNode java = JSON.createObjectNode();
        java.put("version", System.getProperty("java.version"));
        java.put("vendor", System.getProperty("java.vendor"));
        java.put("vm", System.getProperty("java.vm.name"));
        return java;
    }

    private static ObjectNode machine() {
        ObjectNode machine = JSON.createObjectNode();
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("arch", System.getProperty("os.arch"));
        machine.put("cpu", cpu());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        return machine;
    }

    /** The CPU's name where Linux tells it. */
    private static String cpu() {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpuInfo)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    private static ObjectNode backend() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        ObjectNode backend = JSON.createObjectNode();
        backend.put("deeplearning4j", properties(DL4J_BUILD).getProperty("version", "unknown"));
        backend.put("nd4j", Nd4j.getBackend().getClass().getSimpleName());
        backend.put("library", OneDnn.nativeBuild());
        backend.put("blas", String.valueOf(environment.get("blas.vendor")));
        backend.put("onednn", OneDnn.isAvailable());
        backend.put("threads", TunedCpuBackend.THREADS);
        return backend;
    }

    /** SHA-256 of the training and test data of repetition 0, by the data's name. */
    private static Map<String, String> checksums(Plan plan) {
        Map<String, String> checksums = new LinkedHashMap<>();
        Trial first = plan.trials().get(0);
        TrialData data = first.scenario()
                .data(plan.study().seed(), 0, TrainingSetup.type(plan.study().training()));
        checksums.put(data.name() + " train", data.train().sha256());
        data.test().ifPresent(test -> checksums.put(data.name() + " test", test.sha256()));
        return checksums;
    }
}
