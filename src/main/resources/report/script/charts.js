// Charts of one style, which follow the size of their place.

const charts = new Map();
const resizing = new ResizeObserver(entries => {
  if (!printing) entries.forEach(entry => charts.get(entry.target)?.resize());
});

const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A tooltip of nodes, not of markup, since names may look like markup. */
function tooltip(title, lines) {
  const box = element('div', {}, element('div', { textContent: title }));
  lines.forEach(([init, text]) => {
    const line = element('div');
    line.append(swatch(init), ` ${init.name}: ${text}`);
    box.append(line);
  });
  return box;
}

function draw(target, label, option) {
  let chart = charts.get(target);
  if (!chart) {
    chart = echarts.init(target, null, { renderer: 'svg' });
    charts.set(target, chart);
    resizing.observe(target);
  }
  const soft = printing ? '#444' : style('--soft');
  const rule = printing ? '#bbb' : style('--rule');
  const axis = {
    nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: soft, fontSize: 13 },
    axisLabel: { color: soft, hideOverlap: true }, axisLine: { onZero: false, lineStyle: { color: soft } },
    splitLine: { lineStyle: { color: rule, opacity: 0.6 } }, minorTick: { show: false },
  };
  // Beside the axis, a name would run out of the picture where the numbers are long.
  const nameAbove = { nameLocation: 'end', nameGap: 12, nameTextStyle: { color: soft, fontSize: 13, align: 'left' } };
  const dressed = own => ({
    ...axis, ...own, axisLabel: { ...axis.axisLabel, ...(own.axisLabel || {}) },
    splitLine: { ...axis.splitLine, ...(own.splitLine || {}) },
  });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 12, right: 22, top: option.yAxis.name ? 34 : 14, bottom: 30, containLabel: true, ...(option.grid || {}) },
    tooltip: {
      confine: true, backgroundColor: style('--card'), borderColor: rule, textStyle: { color: style('--ink'), fontSize: 13 },
      ...option.tooltip,
    },
    xAxis: dressed(option.xAxis),
    yAxis: dressed({ ...nameAbove, ...option.yAxis }),
    series: option.series,
  }, { notMerge: true });
  target.setAttribute('role', 'img');
  target.setAttribute('aria-label', label);
  target.dataset.series = option.series.length;
}

function forget(target) {
  charts.get(target)?.dispose();
  charts.delete(target);
  resizing.unobserve(target);
}

function caption(id, parts) {
  byId(id).textContent = parts.length ? `${parts.join('; ')}.` : '';
}
