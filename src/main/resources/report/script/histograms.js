// How the values of one layer are spread.

function histogramOf(group) {
  const histogram = chosen(group)?.histograms.find(each => each.iteration === state.iteration);
  if (!histogram) return null;
  const bins = histogram.counts.length;
  const width = (histogram.high - histogram.low) / bins;
  const all = histogram.counts.reduce((sum, count) => sum + count, histogram.below + histogram.above);
  const counts = histogram.counts.slice();
  if (histogram.low <= 0 && histogram.high >= 0) {
    const zero = width > 0 ? Math.min(bins - 1, Math.floor((0 - histogram.low) / width)) : 0;
    counts[zero] = Math.max(0, counts[zero] - histogram.zeros);
  }
  const edges = Array.from({ length: bins + 1 }, (_, i) => histogram.low + i * width);
  const shares = counts.map(count => count / all);
  return { ...histogram, edges, shares, all };
}

function drawHistograms() {
  const target = byId('histograms');
  [...charts.keys()].filter(each => target.contains(each)).forEach(forget);
  const panels = shown().map(({ init, group }) => ({ init, group, histogram: histogramOf(group) }));
  const drawn = panels.filter(each => each.histogram);
  const limits = state.sharedAxes && drawn.length ? {
    x: { min: smallest(drawn.map(each => each.histogram.low)), max: largest(drawn.map(each => each.histogram.high)) },
    y: { max: largest(drawn.flatMap(each => each.histogram.shares)) },
  } : { x: {}, y: {} };
  byId('histograms-heading').textContent =
    `Spread: ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}`;
  target.replaceChildren(...panels.map(({ init, group, histogram }) => {
    const title = element('p', { className: 'panel-title' });
    title.append(swatch(init), init.name);
    const panel = element('figure', {}, title);
    if (!histogram) {
      const measured = chosen(group)?.histograms.map(each => each.iteration) || [];
      panel.append(element('p', {
        className: 'note',
        textContent: measured.length ? `No histogram here at this iteration; there are some at ${measured.join(', ')}.` : 'No histogram here.',
      }));
      return panel;
    }
    const notes = [];
    const percent = count => `${figure((100 * count) / histogram.all)} %`;
    if (histogram.zeros === histogram.all) notes.push(`all ${histogram.all} values are exactly 0`);
    else if (histogram.zeros) notes.push(`${percent(histogram.zeros)} are exactly 0`);
    if (histogram.below) notes.push(`${percent(histogram.below)} lie below`);
    if (histogram.above) notes.push(`${percent(histogram.above)} lie above`);
    panel.append(element('p', { className: 'caption', textContent: notes.join(', ') }), element('div', { className: 'chart' }));
    panel.histogram = { init, histogram };
    return panel;
  }));
  for (const panel of target.children) {
    if (!panel.histogram) continue;
    const { init, histogram } = panel.histogram;
    const points = histogram.edges.map((edge, i) => [edge, histogram.shares[Math.min(i, histogram.shares.length - 1)]]);
    draw(panel.querySelector('.chart'), `Histogram of ${init.name}`, {
      grid: { left: 6, right: 14, top: 8, bottom: 6 },
      xAxis: value('', false, { ...limits.x, splitLine: { show: false }, splitNumber: 4 }),
      yAxis: value('', false, { min: 0, ...limits.y, splitNumber: 3, axisLabel: { formatter: share => `${figure(100 * share)} %` } }),
      tooltip: {
        trigger: 'axis',
        formatter: params => {
          const bin = Math.min(params[0].dataIndex, histogram.shares.length - 1);
          return tooltip(`${figure(histogram.edges[bin])} to ${figure(histogram.edges[bin + 1])}`,
            [[init, `${figure(100 * histogram.shares[bin])} %`]]);
        },
      },
      series: [line(init, points, { step: 'end', showSymbol: false, areaStyle: { color: color(init), opacity: 0.35 }, lineStyle: { color: color(init), width: 1.5 } })],
    });
  }
  if (!panels.length) target.append(element('p', { className: 'note', textContent: 'No initializer is chosen.' }));
}
