// Those that matter, where a lost one would squeeze all others into a dot.

const SHARE_OF_SPAN = 0.1;

/**
 * How many of the means, the best first and as the axis has them, are leaders: the largest group of at least two best ones
 * that differ, and whose span is below a tenth of the whole span; all of them where none stands apart. Pictures have the
 * same rule in Leaders.java.
 */
function leadersOf(means) {
  const span = count => Math.abs(means[count - 1] - means[0]);
  for (let count = means.length - 1; count >= 2; count -= 1) {
    if (span(count) < SHARE_OF_SPAN * span(means.length)) return span(count) > 0 ? count : means.length;
  }
  return means.length;
}
