package org.initbench.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.config.Problems;
import org.initbench.recommend.Budget;
import org.initbench.result.Rounded;
import org.initbench.stats.RaceRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a recommendation may take, and what does not matter to whoever asks for it. */
final class RaceOptions {

    private static final String DEFAULT_BUDGET = "5m";
    private static final int DEFAULT_ROUNDS = 20;
    private static final int MOST_ROUNDS = 1000;
    private static final double DEFAULT_INDIFFERENCE = 0.005;
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,6})([smh])");
    private static final Pattern SHARE = Pattern.compile("0(\\.\\d+)?|\\.\\d+");

    private final long start = System.nanoTime();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time that it may take, as 60s, 5m, 1h; 5m by default, unless trials are given.")
    private @Nullable String budget;

    @Option(names = "--trials", paramLabel = "N", description = "Trials that it may take, all stages counted.")
    private @Nullable String trials;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the race at most; 20 by default.")
    private @Nullable String rounds;

    @Option(
            names = "--indifference",
            paramLabel = "SHARE",
            description = "Differences below this part of the best mean do not matter; 0.005 by default.")
    private @Nullable String indifference;

    void check(Problems problems) {
        if (budget != null && !DURATION.matcher(budget).matches()) {
            problems.add("budget: " + budget + " is not allowed; give a time, as in 60s, 5m or 1h");
        }
        if (trials != null && !trials.matches("[1-9]\\d{0,8}")) {
            problems.add("trials: " + trials + " is not allowed; give a whole number of at least 1");
        }
        if (rounds != null && !isBetween(rounds, RaceRules.FIRST_LOOK, MOST_ROUNDS)) {
            problems.add("rounds: " + rounds + " is not allowed; give a whole number from " + RaceRules.FIRST_LOOK
                    + ", after which differences are tested, to " + MOST_ROUNDS);
        }
        if (indifference != null && !SHARE.matcher(indifference).matches()) {
            problems.add("indifference: " + indifference + " is not allowed; give a part of the mean from 0 to below 1,"
                    + " as in 0.005");
        }
    }

    /** What is wrong with it for a check of so many trials. */
    void check(int ofCheck, Problems problems) {
        if (trials != null && trials.matches("\\d{1,9}") && Integer.parseInt(trials) < ofCheck) {
            problems.add("trials: " + trials + " are not enough, as the check alone takes " + ofCheck
                    + "; give more, or fewer initializers");
        }
    }

    private static boolean isBetween(String text, int least, int most) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    RaceRules rules() {
        int most = rounds != null && isBetween(rounds, RaceRules.FIRST_LOOK, MOST_ROUNDS)
                ? Integer.parseInt(rounds)
                : DEFAULT_ROUNDS;
        double share = indifference != null && SHARE.matcher(indifference).matches()
                ? Double.parseDouble(indifference)
                : DEFAULT_INDIFFERENCE;
        return new RaceRules(most, share);
    }

    /** Both where both are given. */
    Budget budget() {
        Budget ofTrials = trials == null ? Budget.UNLIMITED : Budget.of(Integer.parseInt(trials));
        if (trials != null && budget == null) {
            return ofTrials;
        }
        Budget ofTime = new TimeBudget(start, duration());
        return (stage, before, more) -> ofTrials.allows(stage, before, more) && ofTime.allows(stage, before, more);
    }

    private Duration duration() {
        Matcher given = DURATION.matcher(budget == null ? DEFAULT_BUDGET : budget);
        if (!given.matches()) {
            throw new IllegalStateException(budget + " was checked");
        }
        long number = Long.parseLong(given.group(1));
        return switch (given.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    String inWords() {
        List<String> words = new ArrayList<>();
        if (trials != null) {
            words.add("at most " + trials + " trials");
        }
        if (trials == null || budget != null) {
            words.add("at most " + (budget == null ? DEFAULT_BUDGET + " (budget)" : budget));
        }
        return String.join(" and ", words) + " and " + rules().rounds() + " rounds; differences below "
                + Rounded.text(100 * rules().indifference(), 2) + " % do not matter";
    }

    /** As a command says them. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        add(settings, "budget", budget);
        add(settings, "trials", trials);
        add(settings, "rounds", rounds);
        add(settings, "indifference", indifference);
        return settings;
    }

    private static void add(List<String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.add("-D" + name + "=" + value);
        }
    }
}
