package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.report.Pages.Shape;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Prevents a page that looks right in its source, and is blank, frozen or unsafe in a browser. */
@Tag("slow")
class HtmlPageTest {

    private static final String HOSTILE =
            "he<script>window.hurt=1</script>\"'</script><img src=x onerror=window.hurt=1>";
    private static final Shape SHAPE = new Shape(
            "Two half circles",
            List.of("network.depth=2", "network.depth=3"),
            List.of("zeros", "he_normal", "lsuv"),
            List.of(0.001, 0.003),
            3,
            3,
            List.of(0, 10, 100),
            50);

    /** Texts of a chart from top to bottom. */
    private static final String ORDER = "return [...document.querySelectorAll('%s svg text')].filter(text => %s)"
            + ".sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)"
            + ".map(text => text.textContent).join('|')";

    @TempDir
    private static Path folder;

    private static @Nullable Browser started;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: report.html is not tested in a browser, as there is no /usr/bin/chromium with"
                    + " /usr/bin/chromedriver; .ci/run installs both");
        }
        assumeTrue(Browser.isInstalled(), "no Chromium with its driver");
        HtmlPage.write(folder.resolve("report.html"), Pages.page(SHAPE));
        Shape hostile = new Shape(
                HOSTILE, List.of(HOSTILE, "b"), List.of("zeros", HOSTILE), List.of(0.1), 3, 2, List.of(0, 5), 9);
        HtmlPage.write(folder.resolve("hostile.html"), Pages.page(hostile));
        HtmlPage.write(folder.resolve("lost.html"), Pages.page("Lost", lost(), Metric.TEST_ACCURACY));
        Shape many = new Shape(
                "Many",
                List.of("network.depth=2", "network.depth=30"),
                IntStream.range(0, 25)
                        .mapToObj(i -> "truncated_normal(std=" + i + ")")
                        .toList(),
                List.of(0.001, 0.003),
                1,
                1,
                List.of(0),
                2);
        HtmlPage.write(folder.resolve("many.html"), Pages.page(many));
        started = new Browser(folder.resolve("profile"));
    }

    /** Two leaders, one of which once got everything right, between one that learned nothing and one that diverged. */
    private static List<TrialResult> lost() {
        return List.of(
                Trials.ended("diverged", 0, new Outcome.Diverged("loss NaN at iteration 3")),
                reached("zeros", 0, 0.11),
                reached("good", 0, 0.97),
                reached("best", 0, 0.98),
                reached("best", 1, 1));
    }

    private static TrialResult reached(String init, int repetition, double accuracy) {
        return Trials.completed(
                Trials.key(init, repetition), new Scores(0.1, accuracy), new Scores(0.1, accuracy), null);
    }

    @AfterAll
    static void endTheBrowser() {
        if (started != null) {
            started.close();
        }
    }

    @AfterEach
    void nothingWasAskedForAndNothingWentWrong() {
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().requests()).allMatch(address -> address.startsWith("file://" + folder));
    }

    @Test
    void itOpensFromDiskWithTheVerdictFirst() {
        openReport();
        assertThat(browser().find("h1").getText()).isEqualTo("Two half circles");
        assertThat(browser().find("main h2").getText()).isEqualTo("Verdict");
        assertThat(browser().find(".finding .sentence").getText())
                .startsWith("As network.depth grows from 2 to 3, test accuracy rises with zeros");
        assertThat(browser().find(".finding:nth-of-type(2) .sentence").getText())
                .startsWith("lsuv has the best test accuracy");
        assertThat(browser().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#chart-final",
                "#chart-trend",
                "#chart-curves",
                "#chart-rates",
                "#chart-signal",
                "#chart-gradient",
                "#chart-time",
                "#histograms figure:nth-child(1) .chart",
                "#histograms figure:nth-child(3) .chart"
            })
    void everyChartHasDrawn(String chart) {
        openReport();
        assertThat(Integer.parseInt(browser().ask("return document.querySelector(arguments[0]).dataset.series", chart)))
                .isPositive();
        assertThat(Integer.parseInt(browser()
                        .ask("return document.querySelectorAll(arguments[0] + ' svg path[stroke]').length", chart)))
                .isPositive();
    }

    @Test
    void whatWasReadIsShown() {
        openReport();
        assertThat(browser().find("#read").getText())
                .contains(
                        "What was read",
                        "points.csv: 8 examples; columns between bars.",
                        "column id left out, as it numbers the rows",
                        "class near 6 examples, 75.0 %");
    }

    @Test
    void anInitializerIsToggledEverywhereByTheKeyboardAlone() {
        openReport();
        remember("#chart-final", "#chart-curves", "#chart-rates", "#chart-signal", "#chart-gradient", "#chart-time");
        remember("#histograms", "#ranking", "#comparisons", "#rates", "#numbers");
        browser().tabTo("toggle-1", Keys.SPACE);
        awaitChanges();
        assertThat(browser().find("#ranking").getText()).contains("lsuv").doesNotContain("he_normal");
        assertThat(browser().find("#comparisons").getText()).doesNotContain("he_normal");
        assertThat(browser().ask("return document.activeElement.id")).isEqualTo("toggle-1");
        assertThat(browser().ask("return document.getElementById('status').textContent"))
                .startsWith("Shown: zeros, lsuv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#iteration | 100 (last) | #chart-signal,#chart-gradient,#numbers,#histograms",
                "#layer | 2 · 2_activation | #chart-time,#numbers,#histograms",
                "#quantity | weight | #chart-time,#numbers,#histograms",
                "#statistic | mean | #chart-time",
                "#curve | training loss | #chart-curves",
                "#variant | network.depth=3 | #chart-final,#chart-curves,#chart-rates,#chart-signal,#ranking,#comparisons",
                "#rate | 0.001 | #chart-final,#chart-trend,#chart-curves,#ranking,#comparisons,#numbers",
            })
    void whatIsChosenIsShown(String select, String option, String changed) {
        openReport();
        remember(changed.split(","));
        browser().choose(select, option);
        awaitChanges();
    }

    @Test
    void tablesShowEachInitializerAtItsOwnBestRateUntilOneIsChosen() {
        openReport();
        assertThat(browser().find("#ranking").getText()).contains("(own best)");
        assertThat(browser().find("#comparisons").getText()).contains("(own best)");
        browser().choose("#rate", "0.001");
        assertThat(browser().find("#ranking").getText()).contains("lsuv 0.001").doesNotContain("(own best)");
        assertThat(browser().find("#comparisons").getText()).doesNotContain("(own best)");
    }

    @Test
    void learningRatesThatWereRunStandAtTheirAxis() {
        openReport();
        assertThat(texts("#chart-rates")).contains("0.001", "0.003").doesNotContain("0.002", "0.01");
    }

    @Test
    void aTrendRunsOverTheNumbersOfTheGrid() {
        openReport();
        assertThat(browser().find("#trend-heading").getText()).isEqualTo("Over network.depth");
        assertThat(texts("#chart-trend")).contains("2", "3", "network.depth").doesNotContain("2.5");
        browser().open(folder.resolve("lost.html"));
        assertThat(browser().find("#trend").isDisplayed()).isFalse();
    }

    @Test
    void theBestStandsAtTheTopAndWhatHasNoResultAtTheBottom() {
        browser().open(folder.resolve("lost.html"));
        assertThat(browser()
                        .ask(String.format(
                                ORDER,
                                "#chart-final",
                                "['best', 'good', 'zeros', 'diverged'].includes(text.textContent)")))
                .isEqualTo("best|good|zeros|diverged");
    }

    @Test
    void whatIsLostLeavesTheAxisToTheLeadersUntilAllIsAskedFor() {
        browser().open(folder.resolve("lost.html"));
        assertThat(browser().find("#zoom").isSelected()).isTrue();
        assertThat(texts("#chart-final")).contains("0.11", "0.97", "1").doesNotContain("0.2", "0.4", "1.01");
        remember("#chart-final");
        browser().tabTo("zoom", Keys.SPACE);
        awaitChanges();
        assertThat(texts("#chart-final")).contains("0.2", "1").doesNotContain("0.11", "1.2");
        openReport();
        assertThat(browser().ask("return document.getElementById('zoom') === null"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#chart-trend", "#chart-curves", "#chart-rates"})
    void noAccuracyStandsBeyondOne(String chart) {
        browser().open(folder.resolve("many.html"));
        assertThat(texts(chart)).contains("1").doesNotContain("1.05", "1.1", "1.2");
    }

    @Test
    void ofManyInitializersNoTwoLookTheSame() {
        browser().open(folder.resolve("many.html"));
        assertThat(browser()
                        .ask("return new Set([...document.querySelectorAll('.toggle path')].map("
                                + "path => path.getAttribute('d') + path.getAttribute('fill'))).size"))
                .isEqualTo("25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "many.html"})
    void theBarLeavesANarrowScreenToTheRest(String file) {
        narrow(800);
        browser().open(folder.resolve(file));
        assertThat(Double.parseDouble(
                        browser().ask("return document.getElementById('bar').getBoundingClientRect().height")))
                .isBetween(24.0, 56.0);
        remember("#ranking");
        browser().tabTo("toggle-1", Keys.SPACE);
        awaitChanges();
        String visible = "const box = document.activeElement.getBoundingClientRect();"
                + "return document.activeElement.id + (box.left >= 0 && box.right <= 390)";
        assertThat(browser().ask(visible)).isEqualTo("toggle-1true");
        browser().emulate("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    void namesAreTextWhateverTheySay() {
        browser().open(folder.resolve("hostile.html"));
        assertThat(browser().find("h1").getText()).isEqualTo(HOSTILE);
        assertThat(browser().find("#ranking").getText()).contains(HOSTILE);
        assertThat(browser().find("#toggles").getText()).contains(HOSTILE);
        assertThat(browser().ask("return typeof window.hurt")).isEqualTo("undefined");
        assertThat(browser().ask("return document.images.length")).isEqualTo("0");
    }

    @Test
    void aNarrowScreenDoesNotScrollSideways() {
        narrow(844);
        browser().open(folder.resolve("hostile.html"));
        assertThat(browser().ask("return document.documentElement.scrollWidth")).isEqualTo("390");
        openReport();
        assertThat(browser().ask("return document.documentElement.scrollWidth")).isEqualTo("390");
        browser().emulate("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    void aDarkSchemeHasColoursOfItsOwn() {
        openReport();
        String background = "return getComputedStyle(document.body).backgroundColor";
        assertThat(browser().ask(background)).isEqualTo("rgb(255, 255, 255)");
        remember("#chart-final", "#chart-curves", "#chart-rates", "#chart-signal", "#chart-gradient", "#chart-time");
        remember("#histograms", "#ranking");
        scheme("dark");
        awaitChanges();
        assertThat(browser().ask(background)).isEqualTo("rgb(20, 23, 27)");
        scheme("light");
    }

    private static void openReport() {
        browser().open(folder.resolve("report.html"));
    }

    private static void narrow(int height) {
        browser()
                .emulate(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    /** What stands in a chart. */
    private static List<String> texts(String chart) {
        return List.of(browser().ask(String.format(ORDER, chart, "true")).split("\\|"));
    }

    private static void scheme(String name) {
        browser()
                .emulate(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    private static void remember(String... parts) {
        for (String part : parts) {
            browser()
                    .ask(
                            "(window.before ??= new Map()).set(arguments[0], document.querySelector(arguments[0]).innerHTML)",
                            part);
        }
    }

    private static void awaitChanges() {
        browser()
                .until("return [...window.before].every("
                        + "([part, html]) => document.querySelector(part).innerHTML !== html)");
    }

    private static Browser browser() {
        if (started == null) {
            throw new IllegalStateException("the browser was not started");
        }
        return started;
    }
}
