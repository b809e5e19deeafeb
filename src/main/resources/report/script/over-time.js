// One statistic of one layer over the iterations.

const FEW_ITERATIONS = 12;

function drawOverTime() {
  const all = iterations();
  byId('over-time-heading').hidden = byId('chart-time').hidden = byId('caption-time').hidden = all.length < 2;
  if (all.length < 2) return;
  const isToScale = all.length > FEW_ITERATIONS;
  const rows = shown().map(({ init, group }) => ({ init, series: chosen(group) }))
    .filter(each => each.series && each.series.statistics[state.statistic]);
  const numbers = rows.flatMap(each => each.series.statistics[state.statistic]).filter(isNumber);
  const logarithmic = needsLog(numbers.filter(number => number !== 0));
  const series = rows.map(({ init, series }) => line(init, series.iterations.map((iteration, i) => {
    const number = series.statistics[state.statistic][i];
    return [isToScale ? iteration : all.indexOf(iteration), scaled(logarithmic)(number)];
  }), { id: mainId(init) }));
  const title = `${words(state.quantity)} of layer ${state.layer}: ${data.statistics[state.statistic]}`;
  byId('over-time-heading').textContent = `Over the iterations: ${title}`;
  draw(byId('chart-time'), `${title} over the iterations`, {
    xAxis: isToScale ? value('iteration', false, { max: 'dataMax', axisLabel: { formatter: figure, showMaxLabel: false }, splitLine: { show: false } })
      : { type: 'category', data: all.map(String), name: 'iteration (those that were measured; not to scale)' },
    yAxis: metricAxis(data.statistics[state.statistic], logarithmic, state.statistic.endsWith('_fraction'), numbers),
    tooltip: axisTooltip(logarithmic, iteration => `iteration ${iteration}`),
    series,
  });
  caption('caption-time', logarithmic
    ? rows.filter(each => each.series.statistics[state.statistic].includes(0)).map(each => `${each.init.name} is 0 ${
      each.series.statistics[state.statistic].every(number => number === 0) ? 'throughout' : 'at times'}`) : []);
}
