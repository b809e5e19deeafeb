/** JVMs for what may hang or crash in native code, or run trials, and the settings that initbench's own processes have. */
@NullMarked
package org.initbench.process;

import org.jspecify.annotations.NullMarked;
