package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.initbench.backend.OneDnn;
import org.initbench.backend.TunedCpuBackend;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Study;
import org.initbench.data.TrialData;
import org.initbench.result.DataReading;
import org.initbench.result.DurableFile;
import org.initbench.result.RunFileNames;
import org.initbench.step.StepWay;
import org.initbench.trial.Plan;
import org.initbench.trial.Trial;
import org.nd4j.linalg.factory.Nd4j;

/** {@code manifest.json}: what was run, with what, on what. */
public final class Manifest {

    private static final int SCHEMA_VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Manifest() {}

    /**
     * Writes it to the folder of a run.
     *
     * @param described what {@link #describe} says where trials ran
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, Plan plan, ObjectNode described) throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("schemaVersion", SCHEMA_VERSION);
        manifest.put("scenario", plan.name());
        ArrayNode command = manifest.putArray("command");
        plan.properties().forEach(command::add);
        manifest.set("study", plan.resolved());
        ObjectNode seeds = manifest.putObject("seeds");
        seeds.put("study", plan.study().seed());
        ArrayNode read = readings(plan);
        if (!read.isEmpty()) {
            manifest.set(DataReading.KEY, read);
        }
        manifest.set("git", git());
        manifest.set("java", java());
        manifest.set("machine", machine());
        manifest.setAll(described);
        DurableFile.write(in(folder), out -> out.write(JSON.writeValueAsBytes(manifest)));
    }

    /** Where it is in the folder of a run. */
    public static Path in(Path folder) {
        return folder.resolve(RunFileNames.MANIFEST);
    }

    /** The parts that need the native backend: {@code backend}, and {@code datasets} with their checksums. */
    public static ObjectNode describe(Plan plan) {
        ObjectNode described = JSON.createObjectNode();
        described.set("backend", backend());
        described.set("datasets", checksums(plan));
        return described;
    }

    /** What was read of the data of each variant, where these differ; nothing of data that are gone by now. */
    private static ArrayNode readings(Plan plan) {
        ArrayNode read = JSON.createArrayNode();
        try {
            plan.oneOfEachVariant().stream()
                    .flatMap(trial -> trial.scenario().reading(trial.folders()).stream())
                    .distinct()
                    .forEach(reading -> read.add(JSON.<JsonNode>valueToTree(reading)));
        } catch (InvalidInputException gone) {
            read.removeAll();
        }
        return read;
    }

    private static ObjectNode git() {
        ObjectNode git = JSON.createObjectNode();
        git.put("commit", Build.commit());
        git.put("dirty", Build.isDirty());
        return git;
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
        backend.put("deeplearning4j", Build.dl4jVersion());
        backend.put("nd4j", Nd4j.getBackend().getClass().getSimpleName());
        backend.put("library", OneDnn.nativeBuild());
        backend.put("blas", String.valueOf(environment.get("blas.vendor")));
        backend.put("onednn", OneDnn.isAvailable());
        backend.put("threads", TunedCpuBackend.THREADS);
        backend.put("steps", StepWay.here().word());
        return backend;
    }

    /** SHA-256 of the training and test data of repetition 0, for each variant whose data differ from the others'. */
    private static ObjectNode checksums(Plan plan) {
        ObjectNode checksums = JSON.createObjectNode();
        Map<JsonNode, Trial> byData = new LinkedHashMap<>();
        plan.trials().forEach(trial -> byData.putIfAbsent(dataFields(trial.study()), trial));
        for (Trial trial : byData.values()) {
            String variant = byData.size() == 1 ? "" : " " + trial.key().variant();
            try {
                TrialData data = trial.data();
                checksums.put(data.name() + " train" + variant, data.train().sha256());
                data.test().ifPresent(test -> checksums.put(data.name() + " test" + variant, test.sha256()));
            } catch (RuntimeException | OutOfMemoryError unavailable) {
                checksums.put("unavailable" + variant, String.valueOf(unavailable.getMessage()));
            }
        }
        return checksums;
    }

    private static JsonNode dataFields(Study study) {
        return JSON.createArrayNode()
                .add(study.resolved().path("data"))
                .add(study.resolved().path("seed"))
                .add(study.resolved().at("/training/precision"));
    }
}
