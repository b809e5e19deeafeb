package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.document.DocumentSection;
import org.initbench.document.DocumentSection.Compared;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.Words;
import org.initbench.stats.RunStatistics;

/**
 * What a run comes to, in sentences.
 *
 * @param findings what the run as a whole shows, where that is more than a ranking, then one for each variant
 */
public record Verdict(List<Finding> findings) {

    /**
     * What a variant, or the run as a whole, comes to.
     *
     * @param variant empty without a grid, and for the run as a whole
     * @param sentence who won, or why that cannot be said
     * @param code what to write in DL4J to get the winner; empty where there is none, or it is not known
     * @param details how sure that is, and what did not complete
     */
    public record Finding(String variant, String sentence, String code, List<String> details) {}

    /**
     * The verdict on a run: how it agrees with its document, how it depends on the number that its grid varies, then for each
     * variant its training where it trained, else what becomes of the signal.
     */
    public static Verdict of(RunResults run, RunStatistics statistics, DocumentSection document) {
        List<Finding> findings = new ArrayList<>();
        if (document instanceof Compared compared && compared.judged() > 0) {
            findings.add(agreement(compared));
        }
        findings.addAll(TrendVerdict.of(run, statistics));
        for (String variant : run.variants()) {
            findings.add(
                    isUntrained(run, variant) && SignalVerdict.hasSignal(run, variant)
                            ? SignalVerdict.of(run, variant)
                            : TrainingVerdict.of(run, Field.of(run, statistics, variant)));
        }
        return new Verdict(List.copyOf(findings));
    }

    /** What a console ends with: what to write, then what the run as a whole shows, else what each variant comes to. */
    public List<String> lastWords() {
        List<Finding> withCode =
                findings.stream().filter(finding -> !finding.code().isEmpty()).toList();
        List<String> codes = withCode.stream().map(Finding::code).distinct().toList();
        List<String> words = new ArrayList<>(
                codes.size() == 1
                        ? codes
                        : withCode.stream()
                                .map(finding -> named(finding, finding.code()))
                                .toList());
        Finding first = findings.get(0);
        List<Finding> last = first.variant().isEmpty() ? List.of(first) : findings;
        last.forEach(finding -> words.add(named(finding, finding.sentence())));
        return words;
    }

    private static String named(Finding finding, String words) {
        return finding.variant().isEmpty() ? words : finding.variant() + ": " + words;
    }

    private static Finding agreement(Compared document) {
        long matching = document.matching();
        long judged = document.judged();
        long unjudged = document.rows().size() - judged;
        String sentence = matching + " of " + judged + " printed figures "
                + (matching == judged ? "agree" : "agree, " + (judged - matching) + " differ") + ".";
        return new Finding(
                "",
                sentence,
                "",
                unjudged == 0
                        ? List.of()
                        : List.of(Words.count(unjudged, "printed figure") + " beyond these "
                                + (unjudged == 1 ? "is" : "are")
                                + " not judged: no tolerance can be promised, or the run did not get there."));
    }

    /** A trial that diverged at once was to be trained all the same. */
    private static boolean isUntrained(RunResults run, String variant) {
        return run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .noneMatch(trial -> trial.iterations() > 0 || trial.outcome() instanceof Outcome.Diverged);
    }
}
