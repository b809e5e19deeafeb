package org.initbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Prevents a number that loses a bit on its way through a file, and a text that becomes another one or two. */
class TablePropertyTest {

    record Row(double number, String text) {}

    private static final Table<Row> TABLE =
            new Table<Row>("rows.csv").column("number", Row::number).column("text", Row::text);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Property(tries = 60, seed = "6")
    void rowsReadBackAsTheyWere(@ForAll("rows") List<Row> rows) throws IOException {
        Path folder = Files.createTempDirectory("table");
        Path file = folder.resolve(TABLE.fileName());
        try {
            TABLE.write(folder, rows.stream());
            try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
                List<CSVRecord> read = FORMAT.parse(reader).getRecords();
                assertThat(read).hasSameSizeAs(rows);
                for (int i = 0; i < rows.size(); i++) {
                    double number = Double.parseDouble(read.get(i).get("number"));
                    assertThat(Double.doubleToLongBits(number))
                            .isEqualTo(Double.doubleToLongBits(rows.get(i).number()));
                    assertThat(read.get(i).get("text"))
                            .isIn(rows.get(i).text(), "'" + rows.get(i).text());
                }
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Doubles of any bits, texts of any characters, mostly those that mean something to CSV or a spreadsheet. */
    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> numbers = Arbitraries.longs().map(Double::longBitsToDouble);
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("a1 ,;\"'\r\n\t=+-@é")
                .withCharRange(' ', '\ud7ff')
                .ofMaxLength(12);
        return Combinators.combine(numbers, texts).as(Row::new).list().ofMaxSize(30);
    }
}
