package org.initbench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.recommend.Budget.Spent;
import org.initbench.recommend.Recommendation;
import org.initbench.result.DurableFile;
import org.initbench.result.RunFileNames;
import org.initbench.stats.RaceRules;

/**
 * {@code recommendation.json}: what a recommendation comes to, for programs, and what it takes to come to it again.
 *
 * @param rules of the race
 * @param spent trials of each stage
 * @param whyNoRace why the network cannot be trained; empty where it can
 */
record RecommendationFile(RaceRules rules, Spent spent, String whyNoRace) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final String RULES = "rules";
    private static final String STAGES = "stages";
    private static final String UNTRAINED = "untrained";

    /**
     * Reads what it takes.
     *
     * @throws IOException if the file is not there, or is damaged
     */
    static RecommendationFile read(Path folder) throws IOException {
        Path file = folder.resolve(RunFileNames.RECOMMENDATION);
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            JsonNode stages = tree.path(STAGES);
            JsonNode rules = tree.path(RULES);
            if (rules.path("rounds").asInt() >= RaceRules.FIRST_LOOK) {
                return new RecommendationFile(
                        new RaceRules(
                                rules.path("rounds").asInt(),
                                rules.path("indifference").asDouble()),
                        new Spent(
                                stages.path("check").asInt(),
                                stages.path("tuning").asInt(),
                                stages.path("race").asInt()),
                        tree.path(UNTRAINED).asText());
            }
        } catch (JacksonException damaged) {
            // Nothing else tells.
        }
        throw new IOException(
                file + " is damaged; the command of the run with -Drun=" + folder.getFileName() + " writes it again");
    }

    /**
     * Writes it.
     *
     * @param advice for each variant
     * @throws IOException if it cannot be written
     */
    static void write(Path folder, Recommendation recommendation, List<RecommendedInitializer> advice)
            throws IOException {
        ObjectNode file = JSON.createObjectNode();
        if (advice.size() == 1) {
            put(file, advice.get(0));
        } else {
            ObjectNode none = JSON.createObjectNode();
            put(none, RecommendedInitializer.NONE);
            file.setAll(none);
            file.put("decided", advice.stream().allMatch(RecommendedInitializer::decided));
        }
        file.put("trials", recommendation.spent().all());
        if (advice.size() > 1) {
            ArrayNode variants = file.putArray("variants");
            advice.forEach(each -> {
                ObjectNode variant = variants.addObject();
                variant.put("variant", each.variant());
                put(variant, each);
            });
        }
        Spent spent = recommendation.spent();
        file.putObject(STAGES)
                .put("check", spent.check())
                .put("tuning", spent.tuning())
                .put("race", spent.race());
        file.put("rounds", recommendation.rounds());
        file.putObject(RULES)
                .put("rounds", recommendation.rules().rounds())
                .put("indifference", recommendation.rules().indifference());
        if (!recommendation.whyNoRace().isEmpty()) {
            file.put(UNTRAINED, recommendation.whyNoRace());
        }
        byte[] content = JSON.writeValueAsBytes(file);
        DurableFile.write(folder.resolve(RunFileNames.RECOMMENDATION), out -> out.write(content));
    }

    private static void put(ObjectNode node, RecommendedInitializer advice) {
        node.put("best", advice.best());
        ArrayNode tied = node.putArray("tied");
        advice.tied().forEach(tied::add);
        node.put("decided", advice.decided());
        node.put("trials", advice.trials());
        node.put("learning_rate", advice.learningRate());
        node.put("code", advice.code());
        node.put("sentence", advice.finding().sentence());
    }
}
