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
        Examples picked = read("x,y\n1,10\n2,9\n3,100\n", "y").pick(new int[] {0, 1, 2}, DataType.FLOAT);
        assertThat(picked.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,2;3,4 | lable | has no column lable",
                "a,label;1,0;x,1 | label | has 'x' in row 2, column a, where a number is expected",
                "a,label;1,0;,1 | label | has '' in row 2, column a, where a number is expected",
                "a,label;1,0;NaN,1 | label | has 'NaN' in row 2, column a, where a number is expected",
                "a,label;1,0;1 | label | has 1 values in row 2, and its header names 2",
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
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvExamples.read(folder.resolve("none.csv"), "label"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot read " + folder.resolve("none.csv"));
    }

    private CsvExamples read(String content, String label) throws IOException {
        return CsvExamples.read(Files.writeString(folder.resolve("points.csv"), content), label);
    }
}
