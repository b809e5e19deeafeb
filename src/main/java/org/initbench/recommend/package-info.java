/**
 * The three stages of a recommendation, by what trials came to: a check lets in who can learn at all, a few trials give each its
 * learning rate, a race keeps those who may be best. Nothing here runs a trial; whoever does, or reads them back, is asked for them.
 */
@NullMarked
package org.initbench.recommend;

import org.jspecify.annotations.NullMarked;
