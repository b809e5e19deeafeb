// The metric over a number that the grid varies, all else as in the chosen variant.

// Numbers that span more than this factor stand on a logarithmic axis.
const WIDE_GRID = 8;

function drawTrend() {
  const { path, numbers, others } = data.trend;
  const isWide = numbers.every(number => number > 0) && largest(numbers) > WIDE_GRID * smallest(numbers);
  const byNumber = scaled(isWide);
  const variants = numbers.map((x, variant) => ({ x, variant }))
    .filter(each => others[each.variant] === others[state.variant])
    .sort((one, other) => one.x - other.x);
  const entries = data.initializers.filter(init => state.shown.has(init.place)).map(init => ({
    init,
    points: variants.map(({ x, variant }) => ({ x, group: groupOf(init, state.rate, variant) })).filter(each => each.group),
  }));
  const reached = entries.flatMap(({ points }) => points.map(each => each.group.reached)).filter(each => each);
  const logarithmic = data.metric.isLoss && needsLog(reached.map(final => final.mean));
  const at = scaled(logarithmic);
  const bands = [];
  const lines = [];
  entries.forEach(({ init, points }) => {
    const known = points.filter(each => each.group.reached);
    const wide = known.filter(each => isNumber(each.group.reached.low));
    if (wide.length > 1) {
      bands.push(band(init, {
        x: wide.map(each => byNumber(each.x)),
        low: wide.map(each => accuracy(each.group.reached.low)),
        high: wide.map(each => accuracy(each.group.reached.high)),
      }, at));
    }
    if (known.length) lines.push(line(init, known.map(each => [byNumber(each.x), at(each.group.reached.mean)]), { id: mainId(init) }));
  });
  byId('trend-heading').textContent = `Over ${path}`;
  const target = byId('chart-trend');
  draw(target, `${data.metric.label} over ${path}${others[state.variant] ? ` at ${others[state.variant]}` : ''}`, {
    grid: { bottom: 48 },
    xAxis: markedAxis(path, numbers, byNumber),
    yAxis: metricAxis(data.metric.label, logarithmic, !data.metric.isLoss, reached.flatMap(drawnOf)),
    tooltip: axisTooltip(logarithmic, place => `${path} ${figure(isWide ? 10 ** place : Number(place))}, ${data.metric.label}`),
    series: [marks(numbers, target, byNumber), ...bands, ...lines],
  });
  caption('caption-trend', entries.flatMap(({ init, points }) => lostAt(init, points, `every ${path}`)));
}
