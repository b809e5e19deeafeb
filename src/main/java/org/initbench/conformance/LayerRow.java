package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import org.initbench.conformance.LayerDefinition.Reading;
import org.initbench.result.Rounded;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * A finding and its verdict: a row of {@code conformance-layers.csv}.
 *
 * @param significance of each test
 */
public record LayerRow(LayerFinding finding, double significance) {

    static final String UNREACHED = "stays at XAVIER, as the network's rule does not reach it";
    static final String UNCONFIRMED = "not as read in DL4J's source";

    /** {@code conformance-layers.csv}. */
    static Table<LayerRow> table() {
        return new Table<LayerRow>("conformance-layers.csv")
                .column("family", row -> row.finding.layer().family())
                .column("shape", LayerRow::shape)
                .column("parameter", LayerRow::parameter)
                .column("gate", row -> row.finding.matrix().gate())
                .column("init", LayerRow::init)
                .column("fan_in", row -> row.finding.matrix().fanIn())
                .column("fan_out", row -> row.finding.matrix().fanOut())
                .column("dl4j_fan_in", row -> row.isDl4j() ? row.reading().fanIn() : null)
                .column("dl4j_fan_out", row -> row.isDl4j() ? row.reading().fanOut() : null)
                .column("promised_variance", row -> row.finding.promised())
                .column("variance", row -> row.finding.moments().variance())
                .column("low", row -> row.interval().low())
                .column("high", row -> row.interval().high())
                .column("ratio", LayerRow::ratio)
                .column("p", row -> row.finding.pValue())
                .column("verdict", row -> row.verdict().text())
                .column("remark", LayerRow::remark);
    }

    /** {@code lstm:96:64}. */
    public String shape() {
        return finding.layer().shape();
    }

    /** DL4J's key, as RW. */
    public String parameter() {
        return finding.matrix().parameter();
    }

    /** {@code XAVIER}, {@code RELU on the layer}, {@code he_normal}, … */
    public String init() {
        return finding.init();
    }

    /** Whether one of DL4J's own rules drew. */
    public boolean isDl4j() {
        return finding.isDl4j();
    }

    /** Measured variance by the promised one. */
    public double ratio() {
        return finding.ratio();
    }

    /** Conforms, or deviates. */
    public Verdict verdict() {
        return finding.pValue() < significance ? Verdict.DEVIATES : Verdict.CONFORMS;
    }

    Reading reading() {
        return finding.layer().reading(finding.matrix());
    }

    /** Holds the true variance, all intervals of the audit together with probability {@code 1 − FAMILY_WISE}. */
    Moments.Interval interval() {
        return finding.moments().varianceInterval(significance);
    }

    /** Whether the weights are as DL4J's source has it; yes where nothing was read there. */
    boolean isConfirmed() {
        @Nullable Double read = finding.read();
        return read == null || finding.moments().variancePValue(read) >= significance;
    }

    /** Why it deviates; empty where it does not. */
    String remark() {
        List<String> remarks = new ArrayList<>();
        if (verdict() == Verdict.DEVIATES) {
            remarks.add(Rounded.text(ratio(), Conformance.DIGITS) + " times the variance");
            if (!finding.isReached()) {
                remarks.add(UNREACHED);
            } else if (isDl4j()) {
                remarks.add(reading().why());
            }
        }
        if (!isConfirmed()) {
            remarks.add(UNCONFIRMED);
        }
        return String.join("; ", remarks);
    }
}
