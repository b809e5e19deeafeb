/** Network files: reads the configuration of someone's own network, never its weights, whoever wrote the file. */
@NullMarked
package org.initbench.networkfile;

import org.jspecify.annotations.NullMarked;
