package org.initbench.conformance;

/** The audit of everything, made once for all tests. */
final class RealAudit {

    static final Conformance CONFORMANCE = Conformance.audit();

    static final LayerAudit LAYERS = LayerAudit.audit();

    private RealAudit() {}

    /** The entry of one of DL4J's constants. */
    static Entry dl4j(String constant) {
        return entry("dl4j(constant=" + constant + ")");
    }

    static Entry entry(String initializer) {
        return CONFORMANCE.entries().stream()
                .filter(entry -> entry.initializer().equals(initializer))
                .findFirst()
                .orElseThrow();
    }
}
