package org.initbench.init;

/**
 * An initializer and what it is called.
 *
 * @param spec normalized: aliases resolved, parameters by name in declared order, defaults left out
 */
public record NamedInitializer(String spec, Initializer initializer) {}
