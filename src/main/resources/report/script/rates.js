// Sensitivity to the learning rate.

/** A line at each rate that was run, and its number where there is room for one. */
function rateTicks(target, logarithmic) {
  const scale = logarithmic ? Math.log10 : rate => rate;
  const rates = data.rates.slice().sort((one, other) => one - other);
  const pixels = (target.clientWidth - 80) / (scale(rates[rates.length - 1]) - scale(rates[0]));
  let free = -Infinity;
  const ticks = rates.map(rate => {
    const half = 4 * figure(rate).length;
    const middle = (scale(rate) - scale(rates[0])) * pixels;
    const fits = middle - half >= free;
    if (fits) free = middle + half + 6;
    return { xAxis: rate, label: { show: fits } };
  });
  return {
    type: 'line', data: [], silent: true, markLine: {
      data: ticks, symbol: 'none', silent: true, animation: false,
      lineStyle: { color: style('--rule'), type: 'solid', width: 1 },
      label: { position: 'start', distance: 6, color: style('--soft'), formatter: tick => figure(tick.value) },
    },
  };
}

function drawRates() {
  const series = [];
  const missing = [];
  data.initializers.filter(init => state.shown.has(init.place)).forEach(init => {
    const own = groupOf(init, 'own');
    const points = data.rates.map((rate, place) => ({ rate, group: groupOf(init, place) })).filter(each => each.group);
    points.filter(each => each.group.ended)
      .forEach(each => missing.push(`${init.name} at ${each.rate}: ${each.group.ended}`));
    const drawn = points.filter(each => each.group.reached).map(each => ({
      value: [each.rate, each.group.reached.mean].map(number => (isNumber(number) ? number : null)),
      symbolSize: each.group === own ? 15 : 8,
    })).sort((one, other) => one.value[0] - other.value[0]);
    if (drawn.length) series.push(line(init, drawn, { id: mainId(init) }));
  });
  const logarithmic = data.metric.isLoss && needsLog(series.flatMap(each => each.data.map(point => point.value[1])));
  const target = byId('chart-rates');
  const isPositive = data.rates.every(rate => rate > 0);
  draw(target, `${data.metric.label} by learning rate`, {
    xAxis: value('learning rate', isPositive, { axisLabel: { color: 'transparent' }, axisTick: { show: false }, splitLine: { show: false } }),
    yAxis: value(data.metric.label, logarithmic),
    tooltip: axisTooltip(null, rate => `learning rate ${figure(Number(rate))}, ${data.metric.label}`),
    series: [rateTicks(target, isPositive), ...series],
  });
  caption('caption-rates', missing);
}
