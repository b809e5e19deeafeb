/**
 * initbench as a library: initializers for a network of one's own, statistics of its layers while it trains, and the page
 * that shows them. On a class path initbench changes nothing; what is here acts on what it is given, and on nothing else.
 */
@NullMarked
package org.initbench.api;

import org.jspecify.annotations.NullMarked;
