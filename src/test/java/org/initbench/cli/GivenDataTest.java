package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents data of someone's own from being asked for in more words than it takes, and from leaving no trace in the report. */
class GivenDataTest {

    @TempDir
    private Path folder;

    @Test
    void aTableIsAFileAndALabelAndStandsInTheReport() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i + ";" + i % 7 + ",5;" + (i % 3 == 0 ? "rund" : "eckig") + "\n")
                .reduce("", String::concat);
        Path table = Files.writeString(folder.resolve("formen.csv"), "nr;breite;form\n" + rows);
        Invocation run = run("--data=" + table, "--label=form");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out() + run.err())
                .contains(
                        "columns between semicolons; numbers with a decimal comma; column nr is left out, as it numbers");
        assertThat(Files.readString(folder.resolve("mnist/given/report.md")))
                .contains("## What was read", "formen.csv: 60 examples; columns between semicolons")
                .containsPattern("class +\\| eckig +\\| 40 examples, 66\\.7 %")
                .containsPattern("column +\\| breite +\\| a number")
                .containsPattern("column +\\| nr +\\| left out, as it numbers the rows");
        Invocation again = Invocation.of("report", folder.resolve("mnist/given").toString());
        assertThat(again.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("mnist/given/report.html")))
                .contains("What was read", "<section id=\"read\"");
    }

    @Test
    void aFolderIsWhatIsInIt() throws IOException {
        for (String name : new String[] {"ja/a.png", "ja/b.png", "nein/a.png", "nein/b.png"}) {
            Path file = folder.resolve("bilder").resolve(name);
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
        assertThat(run("--data=" + folder.resolve("bilder")).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("mnist/given/trials.csv"))).contains(",bilder,");
        assertThat(Files.readString(folder.resolve("mnist/given/report.md"))).contains("bilder: 4 examples");
        Invocation idx = Invocation.of(
                "run",
                "--scenario=mnist",
                "--data=" + Mnist.DRAWN,
                "--quick",
                "--out=" + folder,
                "--run=idx",
                "--workers=0",
                "--inits=zeros",
                "--set=data.train=20,data.test=10");
        assertThat(idx.exitCode()).as(idx.out() + idx.err()).isZero();
        assertThat(Files.readString(folder.resolve("mnist/idx/trials.csv"))).contains(",drawn-digits,");
    }

    @Test
    void aNetworkThatCannotBeReadIsTheOnlyThingThatIsWrong() throws IOException {
        Path network = Files.writeString(folder.resolve("net.json"), "{}");
        Invocation run =
                Invocation.of("run", "--network=" + network, "--data=moons", "--set=data.train=20", "--out=" + folder);
        assertThat(run.err()).contains("net.json").doesNotContain("unknown key");
    }

    @Test
    void whatItIsNotIsTold() {
        assertThat(run("--data=csw").err())
                .contains(
                        "data: csw is neither a source of data, nor a folder, nor a table (.csv, .tsv or .txt, or one of them "
                                + "with .gz); did you mean csv?");
        assertThat(run("--data=" + folder).err()).contains("data: in " + folder + " there are neither four files");
        assertThat(run("--data=moons", "--label=y").err())
                .contains("label: it names a column of a table, and moons is none");
    }

    private Invocation run(String... data) {
        String[] all = new String[data.length + 7];
        System.arraycopy(data, 0, all, 0, data.length);
        String[] others = {
            "run",
            "--scenario=mnist",
            "--inits=he_normal",
            "--repetitions=1",
            "--out=" + folder,
            "--run=given",
            "--workers=0"
        };
        System.arraycopy(others, 0, all, 0, others.length);
        System.arraycopy(data, 0, all, others.length, data.length);
        return Invocation.of(all);
    }
}
