/** The command line: options, system properties, messages and exit codes. The only place that ends the process. */
@NullMarked
package org.initbench.cli;

import org.jspecify.annotations.NullMarked;
