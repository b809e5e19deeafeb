/** The scenarios: each a family of networks and its data, built from a study's parameters and free of any initializer. */
@NullMarked
package org.initbench.scenario;

import org.jspecify.annotations.NullMarked;
