// Where they ended.

function drawFinals() {
  const entries = shown();
  const rows = entries.slice().reverse();
  const finals = entries.map(each => each.group.reached).filter(each => each);
  const logarithmic = data.metric.isLoss && needsLog(finals.flatMap(each => each.values));
  const at = scaled(logarithmic);
  const series = [];
  rows.forEach((each, row) => {
    const final = each.group.reached;
    if (!final) return;
    const look = { itemStyle: { color: color(each.init) }, symbol: symbol(each.init) };
    if (isNumber(final.low)) {
      series.push({
        type: 'line', data: [[at(final.low), row], [at(final.high), row]], symbol: 'rect', symbolSize: [2, 14], silent: true,
        lineStyle: { color: color(each.init), width: 3 }, itemStyle: look.itemStyle,
      });
    }
    if (final.values.length > 1) {
      series.push({
        type: 'scatter', symbolSize: 7, silent: true, ...look,
        itemStyle: { ...look.itemStyle, opacity: 0.5 }, data: final.values.map(each => [at(each), row]),
      });
    }
    series.push({ type: 'scatter', id: mainId(each.init), symbolSize: 14, ...look, data: [[at(final.mean), row]] });
  });
  const target = byId('chart-final');
  target.style.height = `${80 + 44 * Math.max(rows.length, 1)}px`;
  draw(target, `Final ${data.metric.label} of each initializer`, {
    grid: { left: 12 },
    xAxis: value(data.metric.label, logarithmic, logarithmic ? {} : { boundaryGap: ['4%', '4%'] }),
    yAxis: {
      type: 'category', data: rows.map(each => each.init.name), axisTick: { show: false },
      axisLabel: { width: Math.min(190, target.clientWidth * 0.3), overflow: 'truncate', hideOverlap: false },
    },
    tooltip: {
      trigger: 'item',
      formatter: param => {
        const init = data.initializers[Number(param.seriesId.slice(4))];
        const final = groupOf(init).reached;
        const interval = isNumber(final.low) ? `, 95 % interval ${figure(final.low)} to ${figure(final.high)}` : '';
        return tooltip(data.metric.label, [[init, `${figure(final.mean)}${interval}`]]);
      },
    },
    series,
  });
  target.querySelector(':scope > div')?.style.setProperty('max-width', '100%');
  caption('caption-final', endings(entries));
}
