package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.initbench.init.InitializerType.Parameter;

/** Prevents one initializer from having two names in the tables, whatever its parameters are and however they are written. */
class SpecPropertyTest {

    @Property(tries = 500, seed = "1")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aNormalizedSpecParsesToItself(@ForAll("specs") String spec) {
        NamedInitializer parsed;
        try {
            parsed = Catalog.parse(spec);
        } catch (InvalidSpecException unfit) {
            assertThat(unfit).message().isNotBlank().hasLineCount(1);
            Statistics.label("parsed").collect(false);
            return;
        }
        Statistics.label("parsed").collect(true);
        NamedInitializer again = Catalog.parse(parsed.spec());
        assertThat(again.spec()).isEqualTo(parsed.spec());
        assertThat(again).isEqualTo(parsed);
        Statistics.label("parsed").coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    @Property(tries = 500, seed = "2")
    void whateverStandsThereIsASpecOrRefusedWithOneSentence(@ForAll("texts") String text) {
        try {
            assertThat(Catalog.parse(Catalog.parse(text).spec()).spec())
                    .isEqualTo(Catalog.parse(text).spec());
        } catch (InvalidSpecException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> specs() {
        return Arbitraries.of(Catalog.types()).flatMap(SpecPropertyTest::specs);
    }

    /** All required parameters and some of the others, in any order, with blanks here and there. */
    private static Arbitrary<String> specs(InitializerType type) {
        List<Arbitrary<String>> arguments = new ArrayList<>();
        for (Parameter parameter : type.parameters()) {
            Arbitrary<String> argument = Combinators.combine(blanks(), values(parameter), blanks())
                    .as((before, value, after) -> before + parameter.name() + after + "=" + before + value + after);
            arguments.add(parameter.fallback() == null ? argument : argument.injectNull(0.4));
        }
        return Combinators.combine(arguments)
                .as(given -> given.stream().filter(argument -> argument != null).toList())
                .flatMap(given -> Arbitraries.shuffle(given))
                .map(given -> given.isEmpty() ? type.name() : type.name() + "(" + String.join(",", given) + ")");
    }

    private static Arbitrary<String> blanks() {
        return Arbitraries.of("", "", " ", "  ");
    }

    private static Arbitrary<String> values(Parameter parameter) {
        if (!parameter.kind().words().isEmpty()) {
            return Arbitraries.of(parameter.kind().words());
        }
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(-2, 2).ofScale(3),
                        Arbitraries.integers().between(0, 9).map(Integer::doubleValue),
                        Arbitraries.integers().between(-300, 300).map(exponent -> Double.parseDouble("1e" + exponent)),
                        Arbitraries.doubles())
                .filter(value -> parameter.kind().allows().test(value))
                .map(String::valueOf);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("normalhestdbounduicr(),=. -10eE_\n\t")
                .ofMaxLength(25);
    }
}
