// Choices that fit together.

/** What was chosen and is not there any more gives way to the nearest thing that is. */
function settle() {
  state.curve ??= curveMetrics().includes(data.metric.key) ? data.metric.key : curveMetrics()[0];
  if (state.logarithmic === null && state.curve) {
    state.logarithmic = needsLog(data.groups.flatMap(group => group.curves[state.curve]?.mean || []));
  }
  if (!quantities().length) return;
  state.quantity ??= quantities().includes('activation') ? 'activation' : quantities()[0];
  const layers = places(state.quantity);
  if (!layers.includes(state.layer)) {
    const layer = String(state.layer).split(' · ')[0];
    state.layer = layers.find(each => each.split(' · ')[0] === layer) || layers[0];
  }
  if (!iterations().includes(state.iteration)) state.iteration = iterations()[0];
  if (!statistics().includes(state.statistic)) state.statistic = statistics()[0];
}
