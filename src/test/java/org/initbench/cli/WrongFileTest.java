package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents a study file that says something else than its writer meant from being run, or half of it ignored. */
class WrongFileTest {

    private static final String STUDY = "scenario: moons\ninitializers: [zeros]\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            seed: 1\\nseed: 2                                | study.yaml: broken YAML at line 4: Duplicate field 'seed'
            network: {hidden: [3, 4\\nseed: 2                | study.yaml: broken YAML at line 4: expected ',' or ']', but got :
            network:\\n\\thidden: [3]                        | study.yaml: broken YAML at line 4: found character '\\t(TAB)' that cannot start any token
            network: {hidden: &a [*a]}                       | study.yaml: the alias in line 3 is not read; write its value out
            ---\\nseed: 2                                    | study.yaml: broken YAML at line 4: the file goes on after its first mapping
            training: {epochs: 1, iterations: 2}             | training.epochs: give epochs or iterations, not both
            training: {iteratons: 2}                         | training.iteratons: unknown key; did you mean iterations?
            documnet: moons                                  | documnet: unknown key; did you mean document?
            document: mons                                   | document: there is no file mons, and no published table of that name comes with initbench; did you mean moons?
            target: {metric: test_acuracy}                   | target.metric: test_acuracy is not known; did you mean test_accuracy?
            seed:                                            | seed: an empty value is not allowed; give a whole number
            training:                                        | training: an empty value is not allowed; give a mapping
            grid:                                            | grid: an empty value is not allowed; give a mapping from paths to lists
            grid: [network.activation]                       | grid: ["network.activation"] is not allowed; give a mapping from paths to lists
            grid: {network.activation: relu}                 | grid.network.activation: "relu" is not allowed; give a list of different values
            grid: {network.activatoin: [relu]}               | network.activatoin: unknown key; did you mean activation?
            grid: {scenario.x: [1]}                          | scenario.x: unknown path; scenario holds a single value
            quick: {network: 4}                              | network: 4 is not allowed; give a mapping
            quick: {quick.repetitions: 4, repetitions: 0}    | repetitions: 0 is not allowed; give a whole number of at least 1
            curves: {every: 0}                               | curves.every: 0 is not allowed; give epoch or a whole number of at least 1
            probes: {histogram: {range: [1, 0]}}             | probes.histogram.range: [1,0] is not allowed; give auto or [low, high] with low below high
            probes: {at: end}                                | probes.at: end is not allowed; give a list of iterations and the word end
            training: {schedule: {name: triangular, base: 1}} | training.schedule.base: 1.0 is above max, which is 0.1
            training: {updater: {name: momentum, momentum: 1}} | training.updater.momentum: 1 is not allowed; give a number from 0 to below 1
            grid: {target.metric: [train_loss]}              | grid.target.metric: all variants share it; a grid varies network, data, training or probes
            training: {learningRates: [1, 2], schedule: {name: triangular}} | training.learningRates: several rates have no effect under the triangular schedule
            training: {divergence: 0}                        | training.divergence: 0 is not allowed; give a number above 0
            """)
    void oneMistakeInAFileIsOneSentence(String yaml, String sentence, @TempDir Path folder) throws IOException {
        String content = STUDY + yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n";
        assertRefused(
                content,
                sentence.replace("study.yaml", folder.resolve("study.yaml").toString()),
                folder);
    }

    @ParameterizedTest
    @CsvSource({"'',not a study", "'- moons\n- mnist\n',not a study", "moons,not a study"})
    void aFileThatIsNotAMappingIsNotAStudy(String content, String sentence, @TempDir Path folder) throws IOException {
        assertRefused(content, folder.resolve("study.yaml") + ": " + sentence, folder);
    }

    @Test
    void aFileWithoutScenarioIsToldWhichThereAre(@TempDir Path folder) throws IOException {
        assertRefused("initializers: [zeros]\n", "scenario: missing; known are activations, ", folder);
    }

    @ParameterizedTest
    @CsvSource({"...yaml", "..yaml", ".yaml", "' .yaml'", "back\\slash.yaml", "'new\nline.yaml'"})
    void aFileWhoseNameIsNoneForAFolderIsRefused(String name, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(name), STUDY);
        Invocation run = Invocation.of("run", "--quick", "--config=" + file, "--out=" + folder.resolve("a/b/out"));
        assertThat(run.err())
                .startsWith("initbench: config: ")
                .contains(
                        " is not allowed, as results are kept in a folder of the study's name; give a file a plain name,");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aFolderIsNotAFile(@TempDir Path folder) {
        Invocation run = Invocation.of("run", "--config=" + folder, "--out=" + folder);
        assertThat(run.err()).startsWith("initbench: config: there is no file " + folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertRefused(String content, String sentence, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), content);
        Invocation run = Invocation.of("run", "--quick", "--config=" + file, "--out=" + folder.resolve("out"));
        assertThat(run.err()).startsWith("initbench: " + sentence).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
