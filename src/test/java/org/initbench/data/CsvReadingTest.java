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
import org.initbench.result.DataReading;
import org.initbench.result.DataReading.ClassCount;
import org.initbench.result.DataReading.Column;
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

    @Test
    void theFirstBadCellIsTheFirstInTheFile() {
        assertThat(problems("a,b,y\n1,2,0\n3,x,1\n\n\nx,3,0\n4,5,1\n6,7,0\n8,9,1\n", "y", CsvSettings.DEFAULT))
                .containsExactly(
                        "has 'x' in line 3, column b, where a number is expected (and 1 more); correct it, or leave "
                                + "the column out with data.exclude");
        assertThat(problems("a,b,y\n1,2,0\n3,,1\n,3,0\n4,5,1\n", "y", CsvSettings.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("has no value in line 3, column b (and 1 more); ");
    }

    @Test
    void whatOnlyJavaTakesForANumberIsAText() {
        for (String text : new String[] {"12d", "3f", "0x1p3", "Infinity", "-NaN", "1e999", "1.2.3", "1e", "."}) {
            assertThat(problems("x,y\n1,a\n2,b\n3,a\n" + text + ",b\n", "y", CsvSettings.DEFAULT))
                    .singleElement()
                    .asString()
                    .startsWith("has '" + text + "' in line 5, column x, where a number is expected");
        }
    }

    @Test
    void decimalCommasMayComeLate() throws IOException {
        String whole = IntStream.range(0, 500)
                .mapToObj(i -> i * i + ";" + i % 2 + "\n")
                .reduce("", String::concat);
        CsvExamples examples = read("x;y\n" + whole + "0,5;1\n");
        assertThat(examples.pick(new int[] {500}, DataType.DOUBLE).features().getDouble(0))
                .isEqualTo(0.5);
        assertThat(problems("x;y\n" + whole + "0,5;1\n", "y", settings("decimal: point")))
                .containsExactly(
                        "has '0,5' in line 502, column x, where a number is expected; data.decimal=comma takes "
                                + "decimal commas");
    }

    @Test
    void columnsAreAsLongAsTheFile() throws IOException {
        int rows = 40_000;
        StringBuilder content = new StringBuilder("x,word,y\n");
        for (int i = 0; i < rows; i++) {
            content.append(i % 17_000 == 16_999 ? "NA" : String.valueOf(i * 0.5))
                    .append(',')
                    .append(i < 20_000 ? "early" : "late")
                    .append(',')
                    .append(i % 3)
                    .append('\n');
        }
        CsvExamples examples = CsvExamples.read(write(content.toString()), "y", missing("drop"));
        assertThat(examples.count()).isEqualTo(rows - 2);
        Examples last = examples.pick(new int[] {16_998, 16_999, rows - 3}, DataType.DOUBLE);
        assertThat(last.features().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{8499, 1, 0}, {8500, 1, 0}, {(rows - 1) * 0.5, 0, 1}});
    }

    @Test
    void aClassThatOccursOnceIsNeverTested() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> 0.3 * i + "," + "ab".charAt(i % 2) + "\n")
                .reduce("", String::concat);
        CsvExamples examples = read("x,y\n" + rows + "9.9,c\n");
        assertThat(examples.reading().decisions()).containsExactly("class c occurs once, and is never tested");
        assertThat(examples.reading().classes())
                .containsExactly(new ClassCount("a", 20), new ClassCount("b", 20), new ClassCount("c", 1));
        for (long seed = 0; seed < 20; seed++) {
            TrainTestSplit split = TrainTestSplit.byClass(examples.classes(), 0.2, seed);
            assertThat(split.train()).contains(40);
            assertThat(IntStream.of(split.test()).filter(row -> examples.classes()[row] == 0))
                    .hasSize(4);
        }
    }

    @Test
    void numbersAreLearntWhereTheStudySaysSo() throws IOException {
        CsvExamples examples = CsvExamples.read(write("x,y\n1,2.5\n2,-3\n3,1e2\n"), "y", settings("task: values"));
        assertThat(examples.task()).isEqualTo(new Task(Task.Kind.VALUES, List.of("y")));
        assertThat(examples.pick(new int[] {2, 0, 1}, DataType.DOUBLE).labels().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{100}, {2.5}, {-3}});
        assertThat(examples.reading().classes()).isEmpty();
        assertThat(problems("x,y\n1,2.5\n2,oops\n3,1\n4,2\n", "y", settings("task: values")))
                .singleElement()
                .asString()
                .startsWith("has 'oops' in line 3, column y, where a number is expected");
        assertThat(problems("x,y\n1,red\n2,blue\n", "y", settings("task: values")))
                .containsExactly(
                        "has texts in column y, where data.task=values takes numbers; say data.task=classes, or "
                                + "name another column with data.label");
        assertThat(CsvExamples.read(write("x,y\n1,2.5\n2,-3\n3,1e2\n"), "y", settings("task: classes"))
                        .task()
                        .names())
                .containsExactly("-3", "2.5", "100");
    }

    @Test
    void whatWasReadIsKept() throws IOException {
        DataReading reading =
                read("""
                ,id,size,colour,spare,y
                7,1,1.5,red,0,a
                8,2,2.5,blue,0,b
                8,3,3.5,red,1,a
                """)
                        .reading();
        assertThat(reading.name()).isEqualTo("points.csv");
        assertThat(reading.examples()).isEqualTo(3);
        assertThat(reading.columns())
                .containsExactly(
                        new Column("1", "left out, as it has no name"),
                        new Column(
                                "id",
                                "left out, as it numbers the rows (data.include takes columns whatever is in them)"),
                        new Column("size", "a number"),
                        new Column("colour", "2 texts, a feature each"),
                        new Column("spare", "a number"),
                        new Column("y", "label, a class"));
        assertThat(reading.classes()).containsExactly(new ClassCount("a", 2), new ClassCount("b", 1));
    }

    @Test
    void aValueInQuotesIsAsItStands() throws IOException {
        CsvExamples examples = read("a,y\n\"1,000 \"\"mm\"\"\",x\n\" two\nlines\",y\n\"1,000 \"\"mm\"\"\",y\n");
        assertThat(examples.reading().decisions())
                .contains("column a is a feature for each of 1,000 \"mm\", two\nlines");
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
