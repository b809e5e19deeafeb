/** Runs trials on Apache Spark; built by the profile {@code spark}, and no part of initbench.jar. */
@NullMarked
package org.initbench.spark;

import org.jspecify.annotations.NullMarked;
