package org.initbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.config.StudyFiles;
import org.initbench.run.RunFolder;
import org.initbench.scenario.Scenarios;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Plans what a command asks for, and collects all that is wrong with it.
 *
 * @param <P> what is planned of a study
 * @param unmatched arguments that no option takes
 * @param planned of a request
 * @param main the plan whose trials lie in the folder of the run
 */
record StudyPlans<P>(
        CommandSpec spec,
        RunOptions options,
        List<String> unmatched,
        BiFunction<Planner, StudyRequest, P> planned,
        Function<P, Plan> main) {

    List<P> plans(String run, Problems problems) {
        problems.addAll(UnknownArguments.problems(spec, unmatched));
        problems.addAll(SystemProperties.misspelt(spec.options()));
        options.check(problems);
        options.takeStep();
        StudyFiles files = new StudyFiles(Path.of(""));
        Planner planner = new Planner(files, Scenarios.builtIn(), options.folders());
        List<P> plans = new ArrayList<>();
        List<StudyRequest> requests = options.requests(files.names(), problems);
        for (StudyRequest request : requests) {
            Optional<String> unusable = request.problem();
            if (unusable.isPresent()) {
                problems.add(unusable.get());
                continue;
            }
            RunFolder.problem(options.out(), request.name(), run).ifPresent(problems::add);
            try {
                P plan = planned.apply(planner, request);
                RunFolder.problem(options.out(), main.apply(plan), run).ifPresent(problems::add);
                plans.add(plan);
            } catch (InvalidInputException invalid) {
                String study = requests.size() > 1 ? request.name() + ": " : "";
                invalid.problems().forEach(problem -> problems.add(study + problem));
            }
        }
        return plans;
    }
}
