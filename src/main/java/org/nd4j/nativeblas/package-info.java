/** A bridge for Deeplearning4j 1.0.0-M2.1, which looks in this package for a class that has moved elsewhere. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
