// How they learned.

const curveMetrics = () => Object.keys(data.metrics).filter(metric => data.groups.some(group => group.curves[metric]));

function drawCurves() {
  const entries = shown().filter(each => each.group.curves[state.curve]);
  const logarithmic = state.logarithmic && state.curve.endsWith('loss');
  const at = scaled(logarithmic);
  const zip = (x, y) => x.map((iteration, i) => [iteration, at(y[i])]);
  const bands = [];
  const lines = [];
  entries.forEach(({ init, group }) => {
    const curve = group.curves[state.curve];
    if (curve.low.some((low, i) => isNumber(low) && low !== curve.high[i])) bands.push(band(init, curve, at));
    if (curve.x.length) lines.push(line(init, zip(curve.x, curve.mean), { id: mainId(init) }));
    curve.lost.forEach(lost => {
      const last = lost.x.length - 1;
      lines.push(thin(init, zip(lost.x, lost.y)));
      lines.push({
        type: 'scatter', data: [[lost.x[last], at(lost.y[last])]], silent: true, symbolSize: 11,
        symbol: 'path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z', itemStyle: { color: color(init) },
      });
    });
  });
  draw(byId('chart-curves'), `Learning curves: ${data.metrics[state.curve]} by iteration`, {
    xAxis: value('iteration', false, { max: 'dataMax', axisLabel: { formatter: figure, showMaxLabel: false }, splitLine: { show: false } }),
    yAxis: metricAxis(data.metrics[state.curve], logarithmic, state.curve.endsWith('accuracy'), entries.flatMap(({ group }) => {
      const { mean, low, high, lost } = group.curves[state.curve];
      return [...mean, ...low, ...high, ...lost.flatMap(each => each.y)];
    })),
    tooltip: axisTooltip(logarithmic, x => `iteration ${x}, ${data.metrics[state.curve]}`),
    series: [...bands, ...lines],
  });
  caption('caption-curves', endings(entries));
}
