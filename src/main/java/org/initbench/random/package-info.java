/** Where random numbers come from: a seed for every draw, its generator, and NumPy's legacy generator bit for bit. */
@NullMarked
package org.initbench.random;

import org.jspecify.annotations.NullMarked;
