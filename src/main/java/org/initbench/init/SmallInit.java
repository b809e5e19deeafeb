package org.initbench.init;

/**
 * N(0, 2/(5d)), d the smaller of fanIn and fanOut: what Glorot's rule gives the feed-forward layers of a transformer of width d, (d, 4d)
 * and (4d, d), for all its matrices. Variance 2/(5d). Nguyen &amp; Salazar 2019, sec. 2.2. DL4J has none.
 */
record SmallInit() implements CentredNormal {

    static final InitializerType TYPE = InitializerType.named("small_init")
            .formula("N(0, 2/(5d)), d = min(fanIn, fanOut)")
            .variance("2/(5·min(fanIn, fanOut))")
            .source("Nguyen & Salazar 2019")
            .creates(arguments -> new SmallInit());

    @Override
    public double weightVariance(Slot slot) {
        return 2 / (5 * Math.min(slot.fanIn(), slot.fanOut()));
    }
}
