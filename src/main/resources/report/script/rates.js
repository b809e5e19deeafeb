// Sensitivity to the learning rate.

/** A line at each rate that was run, and its number where there is room for one. */
function rateTicks(target, at) {
  const rates = data.rates.slice().sort((one, other) => one - other);
  const pixels = (target.clientWidth - 80) / (at(rates[rates.length - 1]) - at(rates[0]));
  let free = -Infinity;
  const ticks = rates.map(rate => {
    const half = 4 * figure(rate).length;
    const middle = (at(rate) - at(rates[0])) * pixels;
    const fits = middle - half >= free;
    if (fits) free = middle + half + 6;
    return { xAxis: at(rate), label: { show: fits, formatter: figure(rate) } };
  });
  return {
    type: 'line', data: [], silent: true, markLine: {
      data: ticks, symbol: 'none', silent: true, animation: false, precision: 12,
      lineStyle: { color: style('--rule'), type: 'solid', width: 1 },
      label: { position: 'start', distance: 6, color: style('--soft') },
    },
  };
}

/** From the smallest to the largest rate, with some room. */
function rateRange(at) {
  const rates = data.rates.map(at);
  const room = 0.04 * (largest(rates) - smallest(rates));
  return { min: smallest(rates) - room, max: largest(rates) + room };
}

/** What did not complete, rates that ended alike together. */
function lostRates(init, points) {
  const ended = unique(points.map(each => each.group.ended)).filter(each => each);
  return ended.map(how => {
    const rates = points.filter(each => each.group.ended === how).map(each => figure(each.rate));
    return `${init.name}: ${how} at ${rates.length === points.length ? 'every rate' : rates.join(', ')}`;
  });
}

function drawRates() {
  const isLogarithmic = data.rates.every(rate => rate > 0);
  const byRate = scaled(isLogarithmic);
  const entries = data.initializers.filter(init => state.shown.has(init.place)).map(init => ({
    init,
    points: data.rates.map((rate, place) => ({ rate, group: groupOf(init, place) })).filter(each => each.group)
      .sort((one, other) => one.rate - other.rate),
  }));
  const means = entries.flatMap(({ points }) => points.map(each => each.group.reached?.mean)).filter(isNumber);
  const logarithmic = data.metric.isLoss && needsLog(means);
  const series = entries.map(({ init, points }) => line(init, points.filter(each => each.group.reached).map(each => ({
    value: [byRate(each.rate), scaled(logarithmic)(each.group.reached.mean)],
    symbolSize: each.group === groupOf(init, 'own') ? 15 : 8,
  })), { id: mainId(init) })).filter(each => each.data.length);
  const target = byId('chart-rates');
  draw(target, `${data.metric.label} by learning rate`, {
    grid: { bottom: 48 },
    xAxis: value('learning rate', isLogarithmic, {
      axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false }, ...rateRange(byRate),
    }),
    yAxis: value(data.metric.label, logarithmic),
    tooltip: axisTooltip(logarithmic, rate => `learning rate ${figure(isLogarithmic ? 10 ** rate : Number(rate))}, ${data.metric.label}`),
    series: [rateTicks(target, byRate), ...series],
  });
  caption('caption-rates', entries.flatMap(({ init, points }) => lostRates(init, points)));
}
