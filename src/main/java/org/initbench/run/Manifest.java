package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
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
    private static final String JAVA = "java";
    private static final String MACHINE = "machine";
    private static final String MACHINES = "machines";
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
        Set<JsonNode> kinds =
                Files.exists(in(folder)) ? kinds(JSON.readTree(in(folder).toFile())) : new LinkedHashSet<>();
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
        manifest.set(JAVA, java());
        manifest.set(MACHINE, machine());
        manifest.setAll(described);
        write(folder, manifest, kinds);
    }

    /**
     * Adds the kinds of machines that trials ran on to the manifest of a run; where all are of the kind of this one, nothing is
     * said of them.
     *
     * @param kinds what {@link #kind} says there
     * @throws IOException if it cannot be written
     */
    static void addMachines(Path folder, Collection<JsonNode> kinds) throws IOException {
        ObjectNode manifest = (ObjectNode) JSON.readTree(in(folder).toFile());
        Set<JsonNode> all = kinds(manifest);
        if (all.addAll(kinds)) {
            write(folder, manifest, all);
        }
    }

    private static void write(Path folder, ObjectNode manifest, Set<JsonNode> kinds) throws IOException {
        if (!Set.of(kind()).containsAll(kinds)) {
            manifest.putArray(MACHINES).addAll(kinds);
        }
        DurableFile.write(in(folder), out -> out.write(JSON.writeValueAsBytes(manifest)));
    }

    /** The kinds of machines that a manifest lists. */
    private static Set<JsonNode> kinds(JsonNode manifest) {
        Set<JsonNode> kinds = new LinkedHashSet<>();
        manifest.path(MACHINES).forEach(kinds::add);
        return kinds;
    }

    /** The kind of machine that this is, as far as numbers may depend on it: system, processor, Java. */
    static ObjectNode kind() {
        ObjectNode kind = machine();
        kind.remove("cores");
        kind.set(JAVA, java());
        return kind;
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
