/** What mean-field theory advises for an activation: the catalog's initializers, the best first, with reasons. */
@NullMarked
package org.initbench.advice;

import org.jspecify.annotations.NullMarked;
