package org.initbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents numbers that lose digits on their way through a file, and fields that spill into the next column. */
class TableTest {

    private final Path folder;

    record Row(@Nullable Object value) {}

    private final Table<Row> table =
            new Table<Row>("values.csv").column("first", row -> "x").column("value", Row::value);

    TableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                0.1,
                1.0 / 3,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                -1.2345678901234567e-200,
                Double.MAX_VALUE,
                9007199254740991.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void doublesReadBackExactly(double value) throws IOException {
        assertThat(Double.doubleToLongBits(Double.parseDouble(writtenAndRead(value))))
                .isEqualTo(Double.doubleToLongBits(value));
    }

    @Test
    void theNamesOfSpecialValuesAreFixed() throws IOException {
        assertThat(writtenAndRead(Double.NaN)).isEqualTo("NaN");
        assertThat(writtenAndRead(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(writtenAndRead(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void nullIsAnEmptyField() throws IOException {
        assertThat(written(null)).isEqualTo("first,value\r\nx,\r\n");
    }

    @Test
    void whatWouldSplitAFieldIsQuoted() throws IOException {
        assertThat(written("normal(mean=0,std=10)")).isEqualTo("first,value\r\nx,\"normal(mean=0,std=10)\"\r\n");
        assertThat(written("a \"b\"")).isEqualTo("first,value\r\nx,\"a \"\"b\"\"\"\r\n");
        for (String text : List.of("a,b", "a\r\nb", "a\nb", "\"", "a \"b\", c")) {
            assertThat(writtenAndRead(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "-",
                "=",
                "-1e",
                "+-1",
                "-Infinityx"
            })
    void aTextThatASpreadsheetWouldRunIsMarkedAsText(String text) throws IOException {
        assertThat(writtenAndRead(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1.5", "-0.5e-3", "-Infinity", "normal(-1)", "a=b", "'=1", " =1"})
    void numbersAndOtherTextsAreNotTouched(String text) throws IOException {
        assertThat(writtenAndRead(text)).isEqualTo(text);
    }

    @Test
    void textIsUtf8() throws IOException {
        written("σ² Müller");
        assertThat(Files.readAllBytes(folder.resolve("values.csv")))
                .isEqualTo("first,value\r\nx,σ² Müller\r\n".getBytes(UTF_8));
    }

    @Test
    void aTableWithoutRowsHasAHeader() throws IOException {
        table.write(folder, Stream.empty());
        assertThat(folder.resolve("values.csv")).hasContent("first,value");
        assertThat(table.header()).containsExactly("first", "value");
    }

    @Test
    void rowsKeepTheirOrder() throws IOException {
        table.write(folder, Stream.of(3, 1, 2).map(Row::new));
        assertThat(read()).extracting(record -> record.get("value")).containsExactly("3", "1", "2");
    }

    private String written(@Nullable Object value) throws IOException {
        table.write(folder, Stream.of(new Row(value)));
        return Files.readString(folder.resolve("values.csv"), UTF_8);
    }

    private String writtenAndRead(Object value) throws IOException {
        written(value);
        return read().get(0).get("value");
    }

    private List<CSVRecord> read() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(folder.resolve("values.csv"), UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }
}
