// Sensitivity to the learning rate.

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
  draw(byId('chart-rates'), `${data.metric.label} by learning rate`, {
    xAxis: value('learning rate', data.rates.every(rate => rate > 0), { axisLabel: { formatter: figure } }),
    yAxis: value(data.metric.label, logarithmic),
    tooltip: axisTooltip(null, rate => `learning rate ${figure(Number(rate))}, ${data.metric.label}`),
    series,
  });
  caption('caption-rates', missing);
}
