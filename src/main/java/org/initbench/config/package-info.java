/**
 * Studies: YAML in, validated records out. Every problem of a study is collected before any is reported; the names a study
 * may use (scenarios, initializers, metrics) are handed to this package, which knows none of them.
 */
@NullMarked
package org.initbench.config;

import org.jspecify.annotations.NullMarked;
