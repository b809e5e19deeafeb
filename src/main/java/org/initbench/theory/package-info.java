/**
 * Mean-field theory of wide random networks: how the second moments of signals and gradients travel from layer to layer.
 * Poole et al. 2016, Schoenholz et al. 2017.
 */
@NullMarked
package org.initbench.theory;

import org.jspecify.annotations.NullMarked;
