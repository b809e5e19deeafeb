// Predicted values over those that they are.

const hasPredictions = () => data.groups.some(group => group.predicted.length);

function drawPredicted() {
  const entries = shown().filter(each => each.group.predicted.length);
  const values = entries.flatMap(({ group }) => group.predicted.map(pair => pair[0]));
  const ends = roundEnds(values);
  const inside = ([, predicted]) => isNumber(predicted) && predicted >= ends.min && predicted <= ends.max;
  draw(byId('chart-predicted'), 'Predicted values over true ones', {
    xAxis: value('true', false, ends),
    yAxis: value('predicted', false, ends),
    tooltip: { trigger: 'item', formatter: param => tooltip(`true ${figure(param.value[0])}`,
      [[data.initializers[Number(param.seriesId.slice(4))], figure(param.value[1])]]) },
    series: [
      { type: 'line', silent: true, symbol: 'none', data: [[ends.min, ends.min], [ends.max, ends.max]],
        lineStyle: { color: style('--soft'), width: 1 }, tooltip: { show: false } },
      ...entries.map(({ init, group }) => ({
        type: 'scatter', id: mainId(init), name: init.name, symbol: symbol(init), symbolSize: 7, symbolKeepAspect: true,
        itemStyle: { color: color(init), opacity: 0.7 }, data: group.predicted.filter(inside),
      })),
    ],
  });
  caption('caption-predicted', entries.map(({ init, group }) => [init, group.predicted.filter(pair => !inside(pair)).length])
    .filter(([, outside]) => outside)
    .map(([init, outside]) => `${init.name}: ${outside} outside of the axis`));
}
