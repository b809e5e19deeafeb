package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents pictures from being taken for another class, in other colours, or tested on after they were learnt. */
class ImageFolderTest {

    @TempDir
    private Path root;

    @Test
    void foldersAreClassesAndPicturesAreResized() throws IOException {
        write("train/dog/b.png", 8, new Color(255, 0, 0));
        write("train/cat/a.png", 4, new Color(0, 51, 102));
        write("test/dog/c.png", 2, Color.WHITE);
        write("test/cat/d.jpg", 16, Color.BLACK);
        Files.writeString(root.resolve("train/cat/notes.txt"), "of cats");
        ResolvedData found = SectionOf.resolve("{source: images, folder: " + root + ", size: 2}");
        assertThat(found.name()).isEqualTo(String.valueOf(root.getFileName()));
        assertThat(found.form()).isEqualTo("pictures of 3 x 2 x 2");
        assertThat(found.task().names()).containsExactly("cat", "dog");
        assertThat(found.remarks()).containsExactly("1 file of " + root + ", which is no PNG or JPEG, is left out");
        assertThat(found.origin().checksums()).hasSize(1);
        TrialData data = open(found, 0);
        assertThat(data.train().labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
        assertColour(data.train(), 0, 0, 0.2, 0.4);
        assertColour(data.train(), 1, 1, 0, 0);
        Examples test = data.test().orElseThrow();
        assertThat(test.features().getDouble(0, 0, 0, 0)).isCloseTo(0, within(0.02));
        assertThat(test.features().getDouble(1, 2, 1, 1)).isEqualTo(1);
    }

    private static void assertColour(Examples examples, int image, double red, double green, double blue) {
        assertThat(examples.flat().features().getRow(image).toDoubleVector())
                .containsExactly(
                        new double[] {red, red, red, red, green, green, green, green, blue, blue, blue, blue},
                        within(1e-12));
    }

    @Test
    void greyIsTheLuma() throws IOException {
        write("cat/a.png", 2, new Color(255, 0, 0));
        write("dog/a.png", 2, new Color(0, 255, 0));
        write("dog/b.png", 2, new Color(0, 255, 0));
        ResolvedData found = SectionOf.resolve("{source: images, folder: " + root + ", size: 1, channels: 1, test: 0}");
        assertThat(found.form()).isEqualTo("pictures of 1 x 1 x 1");
        assertThat(open(found, 0).train().features().reshape(2).toDoubleVector())
                .containsExactlyInAnyOrder(76 / 255.0, 150 / 255.0);
    }

    @Test
    void withoutATestPartAFifthOfEachClassIsHeldOutAnewForEachRepetition() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("cat/" + i + ".png", 1, new Color(i, 0, 0));
            write("dog/" + i + ".png", 1, new Color(100 + i, 0, 0));
        }
        ResolvedData found = SectionOf.resolve("{source: images, folder: " + root + ", size: 1}");
        TrialData first = open(found, 0);
        Examples test = first.test().orElseThrow();
        assertThat(first.train().count()).isEqualTo(16);
        assertThat(test.labels().sum(0).toDoubleVector()).containsExactly(2, 2);
        assertThat(open(found, 0)).isSameAs(first);
        assertThat(open(found, 1).test().orElseThrow().features()).isNotEqualTo(test.features());
        for (int held = 0; held < test.count(); held++) {
            assertThat(first.train().flat().features().getColumn(0).toDoubleVector())
                    .doesNotContain(test.features().getDouble(held, 0, 0, 0));
        }
    }

    @Test
    void whatIsWrongIsToldWithTheFile() throws IOException {
        write("cat/a.png", 1, Color.RED);
        assertRefused("has 1 folder with pictures; give it one for each class, from 2 to 256, with PNG or JPEG files");
        write("dog/a.png", 1, Color.RED);
        Files.writeString(root.resolve("dog/b.png"), "no picture");
        Files.writeString(root.resolve("dog/c.jpg"), "neither");
        assertRefused(root.resolve("dog/b.png") + ": is no PNG or JPEG that Java reads; remove it, or save it anew\n"
                + root.resolve("dog/c.jpg") + ": is no PNG");
        assertThatThrownBy(() -> SectionOf.resolve("{source: images}"))
                .hasMessageStartingWith("data.folder: missing; give the folder of the pictures");
        assertThatThrownBy(() -> SectionOf.resolve("{source: images, folder: x, channels: 2}"))
                .hasMessage("data.channels: 2 is not allowed; give 1 for grey or 3 for colour");
    }

    @Test
    void aClassThatIsOnlyTestedIsRefused() throws IOException {
        write("train/cat/a.png", 1, Color.RED);
        write("train/dog/a.png", 1, Color.RED);
        write("test/cow/a.png", 1, Color.RED);
        assertRefused(root.resolve("test/cow") + " is a class that is not in " + root.resolve("train"));
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> SectionOf.resolve("{source: images, folder: " + root + ", size: 1}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(sentence);
    }

    private static TrialData open(ResolvedData found, int repetition) {
        return found.open(new DataRequest(1, repetition, DataType.DOUBLE, SectionOf.NOWHERE));
    }

    private void write(String file, int side, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                picture.setRGB(x, y, colour.getRGB());
            }
        }
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        ImageIO.write(picture, file.substring(file.lastIndexOf('.') + 1), path.toFile());
    }
}
