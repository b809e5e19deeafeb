package org.initbench.init;

/** An initializer cannot serve a network; the message says why in one sentence. The trial is skipped. */
public final class UnsuitableInitializerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason in one sentence. */
    public UnsuitableInitializerException(String reason) {
        super(reason);
    }
}
