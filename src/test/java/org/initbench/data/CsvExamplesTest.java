package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Guards against columns that slip into the label, and against files that are trained on although they are wrong. */
class CsvExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void twoClassesMakeOneColumnAndTheLabelMayStandAnywhere() throws IOException {
        CsvExamples examples = read("a,kind,b\n1,yes,2.5\n3,no,4\n-5e-1,yes,6\n", "kind");
        Examples picked = examples.pick(new int[] {2, 0, 1}, DataType.DOUBLE);
        assertThat(picked.features().toDoubleMatrix()).isDeepEqualTo(new double[][] {{-0.5, 6}, {1, 2.5}, {3, 4}});
        assertThat(picked.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{1}, {1}, {0}});
        assertThat(examples.count()).isEqualTo(3);
    }

    @Test
    void moreClassesMakeAColumnEachInTheOrderOfTheirNumbers() throws IOException {
        Examples picked = read("x,y\n1,10\n2.5,9\n3,100\n", "y").pick(new int[] {0, 1, 2}, DataType.FLOAT);
        assertThat(picked.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,2;3,4 | lable | has no column lable",
                "a,label;1,0;2,1;x,1 | label | has 'x' in line 4, column a, where a number is expected",
                "a,label;1,0;,1 | label | has no value in line 3, column a; data.missing=drop leaves such rows out, data.missing=mean takes",
                "a,label;1,0;NaN,1 | label | has no value in line 3, column a",
                "a,label;1,0;1 | label | has 1 value in line 3, and there are 2 columns",
                "a,label;1,0;2,0 | label | has but one class in column label",
                "a,label | label | has no rows below a header",
            })
    void whatIsWrongIsNamed(String content, String label, String message) {
        assertThatThrownBy(() -> {
                    CsvExamples examples = read(content.replace(";", "\n") + "\n", label);
                    examples.pick(new int[] {0, 1}, DataType.FLOAT);
                })
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.file: ")
                .hasMessageContaining("points.csv " + message);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamed() {
        assertThatThrownBy(() -> read("a,label\n1,0\n\"2,1\n", "label"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("points.csv is no CSV file from line 3 on: a quote is never closed");
    }

    /** Each line: the values of the column, how often each stands there, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%d    | 1176 | 1  | has 1176 different numbers in 1176 rows of column y, which may be classes or values: "
                        + "say data.task=classes, or data.task=values, or name another column with data.label",
                "%d    | 21   | 50 | has 21 different numbers in 1050 rows of column y, which may be",
                "%d.5  | 3    | 50 | has 3 different numbers, not all whole, in 150 rows of column y, which may be",
                "p%dq  | 21   | 4  | has 21 different texts in 84 rows of column y, which is hardly a list of classes: "
                        + "name the column that holds them with data.label, or say data.task=classes",
            })
    void aColumnThatHoldsNoClassesIsRefused(String value, int different, int times, String message) {
        assertThatThrownBy(() -> read(column(value, different, times), "y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.file: ")
                .hasMessageContaining("points.csv " + message);
    }

    @ParameterizedTest
    @CsvSource({"%d,20,1", "%d.0,3,1", "-%d,2,1", "p%dq,20,1", "p%dq,21,5"})
    void aColumnThatHoldsClassesIsTaken(String value, int different, int times) throws IOException {
        CsvExamples examples = read(column(value, different, times), "y");
        assertThat(examples.pick(new int[] {0}, DataType.FLOAT).labels().size(1))
                .isEqualTo(different == 2 ? 1 : different);
    }

    private static String column(String value, int different, int times) {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < different * times; i++) {
            rows.append(i / 2.0)
                    .append(',')
                    .append(value.replace("%d", String.valueOf(i % different)))
                    .append('\n');
        }
        return rows.toString();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvExamples.read(folder.resolve("none.csv"), "label", CsvSettings.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot read " + folder.resolve("none.csv"));
    }

    private CsvExamples read(String content, String label) throws IOException {
        return CsvExamples.read(Files.writeString(folder.resolve("points.csv"), content), label, CsvSettings.DEFAULT);
    }
}
