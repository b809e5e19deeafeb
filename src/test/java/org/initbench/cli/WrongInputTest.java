package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents wrong input from costing a training run, or from being answered with a stack trace or a riddle. */
class WrongInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            --scenario=mons                                | scenario: there is no study named mons; did you mean moons?
            --scenario=nothing-like-it                     | scenario: there is no study named nothing-like-it; known are activations,
            --scenario=                                    | scenario: name a study, as in -Dscenario=moons; known are activations,
            --config=absent.yaml                           | config: there is no file absent.yaml
            --scenario=moons --inits=he_nomal              | initializers: there is no initializer he_nomal; did you mean he_normal?
            --scenario=moons --inits=LECUN_UNIFORM         | initializers: there is no initializer LECUN_UNIFORM; did you mean dl4j(LECUN_UNIFORM)?
            --scenario=moons --inits=ZERO                  | initializers: there is no initializer ZERO; did you mean dl4j(ZERO)?
            --scenario=moons --inits=DISTRIBUTION          | initializers: there is no initializer DISTRIBUTION; known are
            --scenario=moons --inits=Lecun_uniform         | initializers: there is no initializer Lecun_uniform; did you mean lecun_uniform?
            --scenario=moons --inits=normal                | initializers: normal: normal needs std
            --scenario=moons --inits=zeros,zero            | initializers: zero stands twice in the list; it is zeros
            --scenario=moons --inits=                      | initializers: give a list of at least one initializer
            --scenario=moons --set=trainig.batchSize=3     | trainig: unknown key; did you mean training?
            --scenario=moons --set=training.batchsize=3    | training.batchsize: unknown key; did you mean batchSize?
            --scenario=moons --set=network.hiden=[3]       | network.hiden: unknown key; did you mean hidden?
            --scenario=moons --set=target.vlaue=1          | target.vlaue: unknown key; did you mean value?
            --scenario=activations --set=documnet=moons    | documnet: unknown key; did you mean document?
            --scenario=activations --set=target.vaule=1    | target.vaule: unknown key; did you mean value?
            --scenario=moons --set=network.hidden=3        | network.hidden: 3 is not allowed; give a list, each a whole number of at least 1
            --scenario=moons --set=training.dropLast=1     | training.dropLast: 1 is not allowed; give true or false
            --scenario=moons --set=training=5              | training: 5 is not allowed; give a mapping
            --scenario=moons --set=data.noise=-0.1         | data.noise: -0.1 is not allowed; give a number of at least 0
            --scenario=moons --set=training.l2=NaN         | training.l2: NaN is not allowed; give a number of at least 0
            --scenario=moons --set=probes.at=[1,last]      | probes.at: [1,"last"] is not allowed; give a list of iterations and the word end
            --scenario=moons --set=seed.x=1                | seed.x: unknown path; seed holds a single value
            --scenario=moons --set=training.batchSize      | set: training.batchSize is not of the form path=value
            --scenario=moons --set=training.l2={1          | training.l2: {1 is not valid YAML
            --scenario=moons --set=training.l2=            | training.l2: an empty value is not allowed; give a number of at least 0
            --scenario=moons --set=training.l2=0,training.l2=1 | set: training.l2 is given twice
            --scenario=moons --seed=1,2                    | seed: 1,2 is not allowed; give a whole number from -9223372036854775808 to 9223372036854775807
            --scenario=moons --repetitions=0               | repetitions: 0 is not allowed; give a whole number of at least 1
            --scenario=moons --epochs=1.5                  | training.epochs: 1.5 is not allowed; give a whole number of at least 0
            --scenario=moons --epochs=2 --set=training.iterations=5 | training.epochs: give epochs or iterations, not both
            --scenario=activations --epochs=5              | training: this scenario has nothing to learn; leave iterations at 0 and the rate single
            --scenario=moons --learningRates=0.1,0.1       | training.learningRates: give a list of different rates
            --scenario=moons --workers=-1                  | workers: -1 is not allowed; give a whole number of at least 0
            --scenario=moons --executor=jvm --workers=2       | workers: 2 is not allowed beside the executor jvm; workers counts processes of this machine, so leave one of the two out
            --scenario=moons --executor=processes --workers=0 | workers: 0 is not allowed beside the executor processes
            --scenario=moons --executor=org.initbench.run.ThisJvm --workers=2 | executor:
            --scenario=moons --run=../x                    | run: ../x is not allowed; give letters, digits, dots, dashes and underscores
            --scenario=moons --data.dir=absent             | data.dir: there is no folder absent
            --scenario=moons --inti=zeros                  | --inti=zeros: unknown option; did you mean --inits?
            --scenario=moons --inti zeros                  | --inti: unknown option; did you mean --inits?
            --scenario=moons zeros                         | zeros: unexpected argument; options are of the form --name=value
            --scenario=moons --seed                        | Missing required parameter for option '--seed' (N)
            --scenario=moons --quick=yes                   | quick: yes is not allowed; give true or false
            --scenario=activations --set=network.activation=[relu,rellu]  | network.activation: rellu is not known; did you mean relu?
            --scenario=activations --set=grid.network.widht=[1]           | network.widht: unknown key; did you mean width?
            --scenario=activations --set=grid.network.depth=[1,zwei]      | network.depth: zwei is not allowed; give a whole number of at least 1
            --scenario=activations --set=grid.network.depth=3             | grid.network.depth: 3 is not allowed; give a list of different values
            --scenario=activations --set=grid.network.depth=[3,3]         | grid.network.depth: [3,3] is not allowed; give a list of different values
            """)
    void oneMistakeIsOneSentenceThatSaysWhatIsAllowed(String arguments, String sentence, @TempDir Path folder) {
        Invocation run = Invocation.of(("run --out=" + folder.resolve("out") + " " + arguments).split(" "));
        assertThat(run.err()).startsWith("initbench: " + sentence).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void allMistakesAreReportedAtOnce(@TempDir Path folder) {
        Invocation run = Invocation.of(
                "run",
                "--out=" + folder.resolve("out"),
                "--scenario=activations",
                "--inits=he_nomal,normal(x)",
                "--repetitions=none",
                "--set=training.batchSize=-1,network.activation=rellu",
                "--quik",
                "--workers=many");
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "initbench: 7 problems",
                        "  --quik: unknown option; did you mean --quick?",
                        "  workers: many is not allowed; give a whole number of at least 0",
                        "  network.activation: rellu is not known; did you mean relu?",
                        "  training.batchSize: -1 is not allowed; give a whole number of at least 0",
                        "  repetitions: none is not allowed; give a whole number of at least 1",
                        "  initializers: there is no initializer he_nomal; did you mean he_normal?",
                        "  initializers: normal(x): std is x; give a number of at least 0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownStudyDoesNotHideTheOtherMistakes(@TempDir Path folder) {
        Invocation run = Invocation.of(
                "run",
                "--out=" + folder,
                "--scenario=mons",
                "--inits=he_nomal",
                "--seed=x",
                "--set=network.hidden=[3]");
        assertThat(run.err().lines().skip(1))
                .containsExactlyInAnyOrder(
                        "  scenario: there is no study named mons; did you mean moons?",
                        "  initializers: there is no initializer he_nomal; did you mean he_normal?",
                        "  seed: x is not allowed; give a whole number from -9223372036854775808 to"
                                + " 9223372036854775807");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWrongStudyBesideAGoodOneKeepsBothFromRunning(@TempDir Path folder) {
        Invocation run = Invocation.of("run", "--out=" + folder, "--scenario=activations,mons", "--quick");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }
}
