package org.initbench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckedTrial;
import org.initbench.recommend.Recommendation;
import org.initbench.recommend.Stage;
import org.initbench.recommend.StageTrials;
import org.initbench.recommend.Wanted;
import org.initbench.result.RunFileNames;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;
import org.initbench.trial.RecommendPlan;
import org.initbench.trial.Trial;

/**
 * Runs the trials that the stages of a recommendation ask for, by one executor. Those of the race lie in the folder of the run, those of
 * check and tuning in folders within it; what is there already is not run again.
 */
public final class StageRunner implements StageTrials, AutoCloseable {

    private final RecommendPlan plan;
    private final RunFolder folder;
    private final StageProgress progress;
    private final TrialExecutor executor;
    private final Map<Stage, Part> parts = new HashMap<>();

    /** The trials of a stage, and where they lie. */
    private record Part(
            Plan plan, RunFolder folder, Engine engine, Map<TrialKey, Integer> places, Set<Integer> asked) {}

    /**
     * Runs trials in this folder.
     *
     * @param folder taken for the race of the plan
     * @param executor that runs them; whoever opened it closes it
     */
    public StageRunner(RecommendPlan plan, RunFolder folder, TrialExecutor executor, StageProgress progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
        this.executor = executor;
    }

    @Override
    public List<CheckRow> checked() throws IOException, InterruptedException {
        Part part = part(Stage.CHECK);
        List<Integer> all =
                IntStream.range(0, plan.check().trials().size()).boxed().toList();
        part.engine().train(all);
        List<CheckedTrial> checked = new ArrayList<>();
        part.folder().gather(plan.check(), trial -> checked.add(CheckedTrial.of(trial)));
        return CheckRow.of(checked);
    }

    @Override
    public int checks() {
        return plan.check().trials().size();
    }

    @Override
    public String whyNoRace() {
        return plan.whyNoRace();
    }

    @Override
    public List<Double> rates() {
        return plan.race().study().training().learningRates();
    }

    @Override
    public String target() {
        return plan.race().study().target().metric();
    }

    @Override
    public List<TrialResult> of(Stage stage, List<Wanted> wanted) throws IOException, InterruptedException {
        Part part = part(stage);
        int first = part.plan().study().firstRepetition();
        List<Integer> places = wanted.stream()
                .map(each -> Objects.requireNonNull(part.places()
                        .get(new TrialKey(
                                part.plan().name(),
                                each.variant(),
                                each.init(),
                                each.learningRate(),
                                first + each.repetition()))))
                .toList();
        part.asked().addAll(places);
        part.engine().train(places);
        List<TrialResult> results = new ArrayList<>();
        for (int place : places) {
            results.add(part.folder().read(part.plan().trials().get(place).key()));
        }
        return results;
    }

    @Override
    public void raced(Recommendation soFar) {
        progress.raced(soFar);
    }

    /**
     * Writes the tables of tuning and race, of the trials that were asked for.
     *
     * @param reader hears of the trials of the race, in the order of the plan
     */
    public void gather(Consumer<TrialResult> reader) throws IOException {
        for (Stage stage : List.of(Stage.TUNING, Stage.RACE)) {
            Part part = parts.get(stage);
            if (part != null) {
                List<Trial> asked = new TreeSet<>(part.asked())
                        .stream().map(part.plan().trials()::get).toList();
                part.folder().gather(part.plan(), asked, stage == Stage.RACE ? reader : trial -> {});
            }
        }
    }

    private Part part(Stage stage) {
        Part there = parts.get(stage);
        if (there == null) {
            there = switch (stage) {
                case CHECK -> part(stage, plan.check(), folder.within(RunFileNames.CHECK, plan.check()));
                case TUNING -> part(
                        stage,
                        plan.tuning().orElseThrow(),
                        folder.within(RunFileNames.TUNING, plan.tuning().orElseThrow()));
                case RACE -> part(stage, plan.race(), folder);
            };
            parts.put(stage, there);
        }
        return there;
    }

    private Part part(Stage stage, Plan ofStage, RunFolder where) {
        Map<TrialKey, Integer> places = IntStream.range(0, ofStage.trials().size())
                .boxed()
                .collect(Collectors.toMap(place -> ofStage.trials().get(place).key(), Function.identity()));
        return new Part(
                ofStage,
                where,
                new Engine(ofStage, where, executor, progress.of(stage)),
                places,
                new LinkedHashSet<>());
    }

    /** Gives up the folders within the run's. */
    @Override
    public void close() {
        parts.forEach((stage, part) -> {
            if (stage != Stage.RACE) {
                part.folder().close();
            }
        });
    }
}
