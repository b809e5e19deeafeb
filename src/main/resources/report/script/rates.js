// Sensitivity to the learning rate.

function drawRates() {
  const isLogarithmic = data.rates.every(rate => rate > 0);
  const byRate = scaled(isLogarithmic);
  const entries = data.initializers.filter(init => state.shown.has(init.place)).map(init => ({
    init,
    points: data.rates.map((rate, place) => ({ x: rate, group: groupOf(init, place) })).filter(each => each.group)
      .sort((one, other) => one.x - other.x),
  }));
  const means = entries.flatMap(({ points }) => points.map(each => each.group.reached?.mean)).filter(isNumber);
  const logarithmic = data.metric.isLoss && needsLog(means);
  const series = entries.map(({ init, points }) => line(init, points.filter(each => each.group.reached).map(each => ({
    value: [byRate(each.x), scaled(logarithmic)(each.group.reached.mean)],
    symbolSize: each.group === groupOf(init, 'own') ? 15 : 8,
  })), { id: mainId(init) })).filter(each => each.data.length);
  const target = byId('chart-rates');
  draw(target, `${data.metric.label} by learning rate`, {
    grid: { bottom: 48 },
    xAxis: markedAxis('learning rate', data.rates, byRate),
    yAxis: metricAxis(data.metric.label, logarithmic, !data.metric.isLoss, means),
    tooltip: axisTooltip(logarithmic, rate => `learning rate ${figure(isLogarithmic ? 10 ** rate : Number(rate))}, ${data.metric.label}`),
    series: [marks(data.rates, target, byRate), ...series],
  });
  caption('caption-rates', entries.flatMap(({ init, points }) => lostAt(init, points, 'every rate')));
}
