package org.initbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.initbench.config.Problems;
import org.initbench.config.TopLevelCommas;
import org.initbench.data.DataFolders;
import org.initbench.data.GivenData;
import org.initbench.run.RunFolder;
import org.initbench.run.TrialExecutor;
import org.initbench.run.TrialExecutors;
import org.initbench.run.WorkerSettings;
import org.initbench.step.StepWay;
import org.initbench.trial.StudyRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to run and where to put it. Every option may also be given as a system property of its name. */
final class RunOptions {

    private static final String ALL = "all";
    private static final int MIB = 20;
    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(names = "--scenario", paramLabel = "NAME[,NAME]", description = "Study, comma list of studies, or all.")
    private @Nullable String scenario;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file instead of a named study.")
    private @Nullable Path config;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "A network of your own instead of a study: of Deeplearning4j (JSON, YAML, zip) or Keras"
                    + " (JSON, h5, .keras).")
    private @Nullable Path network;

    @Option(names = "--inits", paramLabel = "SPEC[,SPEC]", description = "Initializer specs, or all.")
    private @Nullable String inits;

    @Option(names = "--repetitions", paramLabel = "N", description = "Repetitions of each trial.")
    private @Nullable String repetitions;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the study.")
    private @Nullable String seed;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data.")
    private @Nullable String epochs;

    @Option(names = "--learningRates", paramLabel = "R[,R]", description = "One trial for each rate.")
    private @Nullable String learningRates;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE[,…]",
            description = "Any field of the study: training.batchSize=64,network.hidden=[100,100].")
    private @Nullable String set;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Data instead of the study's: a source (see list), a folder of pictures, or a table (.csv, .tsv,"
                            + " .txt, each with .gz or without).")
    private @Nullable String source;

    @Option(names = "--label", paramLabel = "COLUMN", description = "The column of a table that holds the label.")
    private @Nullable String label;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Results folder; results by default.")
    private @Nullable Path out;

    @Option(names = "--run", paramLabel = "ID", description = "Run id; a UTC timestamp by default.")
    private @Nullable String run;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Worker processes, as many as cores by default; 0 runs in this JVM.")
    private @Nullable String workers;

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "Where trials run: processes (the default), jvm (that of workers=0), or the name of a class.")
    private @Nullable String executor;

    @Option(
            names = "--worker.memory",
            paramLabel = "MIB",
            description = "A worker above it is replaced after its trial; 3072 MiB by default.")
    private @Nullable String workerMemory;

    @Option(
            names = "--worker.limit",
            paramLabel = "SECONDS",
            description = "A trial that takes longer counts as hanging; 3600 s by default.")
    private @Nullable String workerLimit;

    @Option(
            names = "--step",
            paramLabel = "plan|dl4j",
            description = "How updates are made: by plans of steps where they serve, or by Deeplearning4j's fit alone;"
                    + " plan by default.")
    private String step = StepWay.PLAN.word();

    @Option(
            names = "--retry-failed",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Runs the failed trials of an earlier run again.")
    private @Nullable String retryFailed;

    @Option(
            names = "--quick",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "A smoke run with the study's quick settings.")
    private @Nullable String quick;

    /** The results folder. */
    Path out() {
        return out == null ? Path.of("results") : out;
    }

    /** Where files of data are looked for. */
    DataFolders folders() {
        return data.folders();
    }

    /** Whether it is said how often trials are repeated. */
    boolean hasRepetitions() {
        return repetitions != null;
    }

    /** The run id. */
    String run() {
        return runOr(run);
    }

    /** The id that was given, or the time. */
    static String runOr(@Nullable String given) {
        return given == null ? TIMESTAMP.format(Instant.now()) : given;
    }

    /** Why an id cannot name a folder, in one sentence. */
    static Optional<String> problemWith(@Nullable String run) {
        return run == null || RUN_ID.matcher(run).matches()
                ? Optional.empty()
                : Optional.of("run: " + run + " is not allowed; give letters, digits, dots, dashes and underscores");
    }

    /** Whether failed trials of an earlier run are run again. */
    boolean retriesFailed() {
        return Boolean.parseBoolean(retryFailed);
    }

    /** Where the trials of a run are run, which are short where they only look at first minibatches. */
    TrialExecutor executor(RunFolder folder, boolean areTrialsShort) {
        WorkerSettings settings = workers(areTrialsShort);
        String name = executor == null ? TrialExecutors.nameFor(settings.count()) : executor;
        return TrialExecutors.open(name, settings, folder.logs());
    }

    private void checkExecutor(String name, Problems problems) {
        Optional<String> problem = TrialExecutors.problem(name);
        if (problem.isPresent()) {
            problems.add("executor: " + problem.get());
        } else if (workers != null && !name.equals(executorFor(workers))) {
            problems.add("workers: " + workers + " is not allowed beside the executor " + name
                    + "; workers counts processes of this machine, so leave one of the two out");
        }
    }

    /** The one that a number of workers asks for; of what is no number, some other. */
    private static String executorFor(String workers) {
        return TrialExecutors.nameFor(workers.matches("0{1,4}") ? 0 : 1);
    }

    private WorkerSettings workers(boolean areTrialsShort) {
        int count = workers == null ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(workers);
        WorkerSettings defaults = WorkerSettings.of(count);
        return new WorkerSettings(
                count,
                workerMemory == null ? defaults.memoryLimit() : Long.parseLong(workerMemory) << MIB,
                workerLimit == null ? defaults.trialLimit() : Duration.ofSeconds(Long.parseLong(workerLimit)),
                areTrialsShort);
    }

    /** What is wrong with the options that no study reads. */
    void check(Problems problems) {
        problemWith(run).ifPresent(problems::add);
        checkSwitch("quick", quick, problems);
        checkSwitch("retry-failed", retryFailed, problems);
        if (workers != null && !workers.matches("\\d{1,4}")) {
            problems.add("workers: " + workers + " is not allowed; give a whole number of at least 0");
        }
        if (executor != null) {
            checkExecutor(executor, problems);
        }
        checkPositive("worker.memory", workerMemory, problems);
        checkPositive("worker.limit", workerLimit, problems);
        if (StepWay.of(step).isEmpty()) {
            problems.add("step: " + step + " is not allowed; give plan or dl4j");
        }
        data.check(problems);
    }

    /** Makes updates the way that was asked for, here and in workers. */
    void takeStep() {
        StepWay.of(step).ifPresent(StepWay::take);
    }

    private static void checkSwitch(String name, @Nullable String value, Problems problems) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.add(name + ": " + value + " is not allowed; give true or false");
        }
    }

    private static void checkPositive(String name, @Nullable String value, Problems problems) {
        if (value != null && !value.matches("[1-9]\\d{0,8}")) {
            problems.add(name + ": " + value + " is not allowed; give a whole number of at least 1");
        }
    }

    /** One request for each study asked for. */
    List<StudyRequest> requests(Collection<String> studies, Problems problems) {
        if (config != null && scenario != null) {
            problems.add("config: give a file or a scenario, not both");
        }
        if (network != null && (config != null || scenario != null)) {
            problems.add("network: it is a study of its own; give no config or scenario beside it");
        }
        Map<String, String> fields = ofData(problems);
        if (network != null || config != null) {
            return List.of(request(null, config, network, fields));
        }
        List<String> named = TopLevelCommas.split(Optional.ofNullable(scenario).orElse(""));
        if (named.isEmpty()) {
            problems.add("scenario: name a study, as in -Dscenario=moons; known are " + String.join(", ", studies));
            return List.of();
        }
        List<StudyRequest> requests = new ArrayList<>();
        Collection<String> names = named.equals(List.of(ALL)) ? studies : named;
        names.stream().distinct().forEach(name -> requests.add(request(name, null, null, fields)));
        return requests;
    }

    private Map<String, String> ofData(Problems problems) {
        if (source != null) {
            return GivenData.fields(source, Optional.ofNullable(label), problems);
        }
        return label == null ? Map.of() : Map.of("data.label", label);
    }

    private StudyRequest request(
            @Nullable String study, @Nullable Path file, @Nullable Path ofNetwork, Map<String, String> ofData) {
        Map<String, String> fields = new LinkedHashMap<>(ofData);
        put(fields, "repetitions", repetitions);
        put(fields, "seed", seed);
        put(fields, "training.epochs", epochs);
        put(fields, "training.learningRates", learningRates == null ? null : "[" + learningRates + "]");
        return new StudyRequest(
                study, file, ofNetwork, Boolean.parseBoolean(quick), fields, set == null ? "" : set, inits);
    }

    private static void put(Map<String, String> fields, String path, @Nullable String value) {
        if (value != null) {
            fields.put(path, value);
        }
    }
}
