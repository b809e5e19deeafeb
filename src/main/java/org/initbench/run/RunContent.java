package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.result.DurableFile;
import org.initbench.result.RunFileNames;
import org.initbench.result.StudyFile;
import org.initbench.trial.Plan;

/** What is in the folder of a run already, and whether it is of the same as a plan that is to go on there. */
final class RunContent {

    private RunContent() {}

    /** Why a plan may not go on in a folder, in one sentence; nothing where it may. */
    static Optional<String> problem(Path path, Plan plan, Fingerprint fingerprint) {
        try {
            if (StudyFile.isIn(path)) {
                Optional<StudyFile> there = StudyFile.read(path);
                return there.isPresent()
                        ? difference(there.get(), plan, fingerprint).map(why -> "run: " + path + " " + why)
                        : Optional.of("run: " + path.resolve(RunFileNames.STUDY)
                                + " is damaged, so that nothing tells what the run is of; give another id");
            }
            return isEmpty(path)
                    ? Optional.empty()
                    : Optional.of("run: " + path + " is there already; give another id");
        } catch (IOException unreadable) {
            return Optional.of("run: " + path + " cannot be read; give another id");
        }
    }

    /** What keeps a plan out of the run of that study, as a sentence goes on after its folder. */
    private static Optional<String> difference(StudyFile there, Plan plan, Fingerprint fingerprint) {
        Optional<Difference> ofStudy = there.scenario().equals(plan.name())
                ? Growth.obstacle(there.study(), plan.resolved())
                : Optional.of(new Difference("scenario", there.scenario(), plan.name()));
        if (ofStudy.isPresent()) {
            return ofStudy.map(setting -> "holds another study: " + setting.path() + " is " + setting.before()
                    + " there and " + setting.after() + " here; give another id");
        }
        return there.fingerprint() == null
                ? Optional.of("was begun by an earlier build, which did not keep what it was of; give another id")
                : new Fingerprint(there.fingerprint()).difference(fingerprint).map(why -> "was " + why);
    }

    /** Whether there is no more in it than a process leaves that was killed before it had written the study. */
    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(RunFileNames.LOCK) || DurableFile.isHalfWritten(file));
        }
    }
}
