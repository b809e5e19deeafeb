package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Guards against files as people have them: refused one mistake after the other, or read as something that they are not. */
class CsvReadingTest {

    private static final double[][] POINTS = {{1.5, 2}, {3, -4.5}, {5, 6}};

    @TempDir
    private Path folder;

    @Test
    void delimitersAndDecimalCommasAreFoundOut() throws IOException {
        assertPoints(read("a,b,y\n1.5,2,0\n3,-4.5,1\n5,6,1\n"));
        assertPoints(
                read("a;b;y\n1,5;2;0\n3;-4,5;1\n5;6;1\n"),
                "columns between semicolons",
                "numbers with a decimal comma");
        assertPoints(read("a\tb\ty\n1.5\t2\t0\n3\t-4.5\t1\n5\t6\t1\n"), "columns between tabs");
        assertPoints(read("a|b|y\n1.5|2|0\n3|-4.5|1\n5|6|1\n"), "columns between bars");
    }

    @Test
    void aMarkAtTheBeginningLineEndsBlankLinesAndPackingMakeNoDifference() throws IOException {
        assertPoints(read("\uFEFFa,b,y\r\n1.5,2,0\r\n3,-4.5,1\r\n5,6,1\r\n\r\n\r\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("a,b,y\n1.5,2,0\n3,-4.5,1\n5,6,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertPoints(CsvExamples.read(
                Files.write(folder.resolve("p.csv.gz"), packed.toByteArray()), "y", CsvSettings.DEFAULT));
    }

    @Test
    void aFileWithoutHeaderHasNumberedColumns() throws IOException {
        CsvExamples examples = CsvExamples.read(write("1.5,2,0\n3,-4.5,1\n5,6,1\n"), "c3", CsvSettings.DEFAULT);
        assertPoints(examples, "no header, as there are numbers in the first line; columns are called c1, c2, …");
    }

    @Test
    void quotedLineBreaksCountAsLines() {
        assertThat(problems("a,b,y\n\"x\ny\",1,0\n\"z\",2,1\n\"x\ny\",oops,1\n\"z\",3,0\n", "y", CsvSettings.DEFAULT))
                .containsExactly("has 'oops' in line 5, column b, where a number is expected; correct it, or leave the "
                        + "column out with data.exclude");
    }

    @Test
    void anEncodingIsToldOrGiven() throws IOException {
        Path file = Files.write(
                folder.resolve("p.csv"), "x,y\n1.5,ja\n2.5,größer\n3.5,ja\n".getBytes(Charset.forName("windows-1252")));
        assertThat(problems(file, "y", CsvSettings.DEFAULT))
                .containsExactly(
                        "is not written in UTF-8, as line 3 shows; name its encoding, as in data.encoding=windows-1252");
        CsvSettings latin = settings("encoding: windows-1252");
        assertThat(CsvExamples.read(file, "y", latin).count()).isEqualTo(3);
    }

    @Test
    void columnsThatNumberTheRowsOrHaveNoNameAreLeftOutAndSaid() throws IOException {
        String rows = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> i - 1 + "," + i + "," + 0.5 * i + "," + i % 2 + "\n")
                .reduce("", String::concat);
        CsvExamples examples = read(",id,x,y\n" + rows);
        assertThat(features(examples)).isEqualTo(1);
        assertThat(examples.reading().decisions())
                .containsExactly(
                        "column 1 is left out, as it has no name",
                        "column id is left out, as it numbers the rows (data.include takes columns whatever is in them)");
        CsvSettings include = settings("include: [id, x]");
        assertThat(features(CsvExamples.read(write(",id,x,y\n" + rows), "y", include)))
                .isEqualTo(2);
        CsvSettings exclude = settings("exclude: [id]");
        assertThat(CsvExamples.read(write(",id,x,y\n" + rows), "y", exclude)
                        .reading()
                        .decisions())
                .contains("column id is left out, as data.exclude says");
    }

    @Test
    void textsBecomeAFeatureEach() throws IOException {
        CsvExamples examples = read("colour,x,y\nred,1,0\nblue,2.5,1\nred,3,1\n");
        assertThat(examples.pick(new int[] {0, 1, 2}, DataType.DOUBLE)
                        .features()
                        .toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{0, 1, 1}, {1, 0, 2.5}, {0, 1, 3}});
        assertThat(examples.reading().decisions())
                .containsExactly(
                        "column colour is a feature for each of blue, red", "class 0 occurs once, and is never tested");
        CsvSettings few = settings("categories: 1");
        assertThat(problems("colour,x,y\nred,1,0\nblue,2.5,1\nred,3,1\n", "y", few))
                .containsExactly(
                        "has 2 different texts in column colour, more than data.categories=1; leave it out with "
                                + "data.exclude, or raise data.categories");
    }

    @Test
    void missingValuesAreAnErrorOrDroppedOrReplaced() throws IOException {
        String content = "a,b,y\n1,x,0\nNA,x,1\n4,?,1\n7,z,0\n";
        assertThat(problems(content, "y", CsvSettings.DEFAULT))
                .containsExactly(
                        "has no value in line 3, column a (and 1 more); data.missing=drop leaves such rows out, "
                                + "data.missing=mean takes the column's mean");
        CsvExamples dropped = CsvExamples.read(write(content), "y", missing("drop"));
        assertThat(dropped.count()).isEqualTo(2);
        assertThat(dropped.reading().decisions()).contains("2 rows with missing values are left out");
        CsvExamples mean = CsvExamples.read(write(content), "y", missing("mean"));
        assertThat(mean.pick(new int[] {1, 2}, DataType.DOUBLE).features().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{4, 1, 0}, {4, 1, 0}});
        assertThat(problems("a,y\n1,0\n2,\n", "y", missing("mean")))
                .containsExactly(
                        "has no label in line 3, column y; a row without one teaches nothing: remove it",
                        "has but one class in column y, 0; it takes two or more to learn anything");
    }

    @Test
    void equalNumbersAreOneClass() throws IOException {
        assertThat(read("x,y\n5,1\n6.5,1.0\n7,0\n8,0.0\n")
                        .pick(new int[] {0, 1, 2, 3}, DataType.DOUBLE)
                        .labels()
                        .toDoubleVector())
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems("a,a,b,y\n1,2,3,0\nx,2,,1\n4,2,5,1\n", "lable", CsvSettings.DEFAULT))
                .containsExactly(
                        "has two columns a; give one of them another name",
                        "has no column lable; known are a, a, b, y; data.label names the one that holds the label",
                        "has 'x' in line 3, column a, where a number is expected; correct it, or leave the column out with "
                                + "data.exclude",
                        "has no value in line 3, column b; data.missing=drop leaves such rows out, data.missing=mean takes "
                                + "the column's mean");
    }

    private static CsvSettings missing(String what) {
        return settings("missing: " + what);
    }

    private static CsvSettings settings(String yaml) {
        return CsvSettings.read(SectionOf.yaml("{" + yaml + "}", new Problems()));
    }

    private static void assertPoints(CsvExamples examples, String... remarks) {
        Examples all = examples.pick(new int[] {0, 1, 2}, DataType.DOUBLE);
        assertThat(all.features().toDoubleMatrix()).isDeepEqualTo(POINTS);
        assertThat(all.labels().toDoubleVector()).containsExactly(0, 1, 1);
        assertThat(examples.reading().decisions())
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of(remarks), Stream.of("class 0 occurs once, and is never tested"))
                                .toList());
    }

    private static long features(CsvExamples examples) {
        return examples.pick(new int[] {0}, DataType.DOUBLE).features().size(1);
    }

    private List<String> problems(String content, String label, CsvSettings settings) {
        try {
            return problems(write(content), label, settings);
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static List<String> problems(Path file, String label, CsvSettings settings) {
        InvalidInputException wrong =
                catchThrowableOfType(InvalidInputException.class, () -> CsvExamples.read(file, label, settings));
        return wrong.problems().stream()
                .map(problem -> problem.replace("data.file: " + file + " ", ""))
                .toList();
    }

    private CsvExamples read(String content) throws IOException {
        return CsvExamples.read(write(content), "y", CsvSettings.DEFAULT);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), content);
    }
}
