package org.initbench.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.initbench.conformance.LayerDefinition.Reading;
import org.initbench.result.Rounded;

/**
 * What the audit says of a weight parameter, its gates together and peepholes apart.
 *
 * @param rows of its gates, and all initializers; at least one
 */
public record LayerEntry(List<LayerRow> rows) {

    /** They are counts, most of them whole. */
    private static final int FAN_DIGITS = 6;

    private static final String XAVIER = "XAVIER";
    private static final String RELU = "RELU";

    /** All parameters of an audit, in its order. */
    public static List<LayerEntry> of(LayerAudit audit) {
        Map<List<Object>, List<LayerRow>> parameters = new LinkedHashMap<>();
        audit.rows().forEach(row -> parameters
                .computeIfAbsent(
                        List.of(
                                row.shape(),
                                row.parameter(),
                                row.finding().matrix().isPeepholes()),
                        key -> new ArrayList<>())
                .add(row));
        return parameters.values().stream().map(LayerEntry::new).toList();
    }

    private LayerRow first() {
        return rows.get(0);
    }

    private LayerMatrix matrix() {
        return first().finding().matrix();
    }

    /** {@code lstm:96:64}. */
    public String shape() {
        return first().shape();
    }

    /** {@code RW}, {@code RW, peepholes}. */
    public String parameter() {
        return matrix().isPeepholes() ? matrix().parameter() + ", " + LayerMatrix.PEEPHOLES : matrix().parameter();
    }

    /** The field's, in and out. */
    public String fans() {
        return fans(matrix().fanIn(), matrix().fanOut());
    }

    /** Those that DL4J hands to rules by its source, in and out. */
    public String dl4jFans() {
        Reading reading = first().reading();
        return fans(reading.fanIn(), reading.fanOut());
    }

    private static String fans(double in, double out) {
        return Rounded.text(in, FAN_DIGITS) + ", " + Rounded.text(out, FAN_DIGITS);
    }

    /** The fan-in that RELU's variance comes from, where the rule is the layer's: 2/s². */
    String measuredFanIn() {
        return span(of(isReached() ? RELU : RELU + LayerDraws.ON_LAYER), row -> row.finding()
                .measuredFan());
    }

    /** The sum of both fans that XAVIER's variance comes from: 2/s². */
    String measuredFanSum() {
        return span(of(XAVIER), row -> row.finding().measuredFan());
    }

    /** Variance under XAVIER by its promise. */
    public String xavierRatio() {
        return span(of(XAVIER), LayerRow::ratio);
    }

    /** Variance under RELU by its promise, as set for the network. */
    public String reluRatio() {
        return span(of(RELU), LayerRow::ratio);
    }

    private List<LayerRow> of(String init) {
        return rows.stream().filter(row -> row.init().equals(init)).toList();
    }

    /** One number, or the smallest and the largest. */
    private static String span(Collection<LayerRow> rows, ToDoubleFunction<LayerRow> value) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        String least = Rounded.text(sorted[0], Conformance.DIGITS);
        String most = Rounded.text(sorted[sorted.length - 1], Conformance.DIGITS);
        return least.equals(most) ? least : least + " to " + most;
    }

    private boolean isReached() {
        return rows.stream().allMatch(row -> row.finding().isReached());
    }

    /** Deviates where any of DL4J's rules does, or an initializer of the catalog. */
    public Verdict verdict() {
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.DEVIATES) ? Verdict.DEVIATES : Verdict.CONFORMS;
    }

    /** What is different, and what does not agree with DL4J's source. */
    public String remark() {
        List<String> remarks = new ArrayList<>();
        boolean isOther = rows.stream()
                .anyMatch(row -> row.isDl4j() && row.finding().isReached() && row.verdict() == Verdict.DEVIATES);
        if (isOther && !first().reading().why().isEmpty()) {
            remarks.add(first().reading().why());
        }
        if (!isReached()) {
            remarks.add(LayerRow.UNREACHED);
        }
        rows.stream()
                .filter(row -> !row.isDl4j() && row.verdict() == Verdict.DEVIATES)
                .forEach(row -> remarks.add(row.init() + ": " + row.remark()));
        if (!rows.stream().allMatch(LayerRow::isConfirmed)) {
            remarks.add(LayerRow.UNCONFIRMED);
        }
        return String.join("; ", remarks);
    }

    /** What speaks for DL4J's fans, where they deviate. */
    String defence() {
        return verdict() == Verdict.DEVIATES ? first().reading().defence() : "";
    }
}
