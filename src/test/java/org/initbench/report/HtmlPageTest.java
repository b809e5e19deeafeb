package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.report.Pages.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Prevents a page that looks right in its source, and is blank, frozen or unsafe in a browser. */
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
        started = new Browser(folder.resolve("profile"));
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
        assertThat(browser().find(".finding .sentence").getText()).startsWith("lsuv has the best test accuracy");
        assertThat(browser().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#chart-final",
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
                "#rate | 0.001 | #chart-final,#chart-curves,#ranking,#comparisons,#numbers",
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
        String texts = browser()
                .ask(
                        "return [...document.querySelectorAll('#chart-rates svg text')].map(text => text.textContent).join('|')");
        assertThat(List.of(texts.split("\\|"))).contains("0.001", "0.003").doesNotContain("0.002", "0.01");
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
        browser()
                .emulate(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
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
