// Where they ended.

const TO_THE_LEFT = 'path://M10,0L0,5L10,10Z';
const TO_THE_RIGHT = 'path://M0,0L10,5L0,10Z';

/** What is shown, the best first and those without a result last. */
function standings() {
  const mean = ({ group }) => (group.reached && isNumber(group.reached.mean) ? group.reached.mean : null);
  const better = (one, other) => (data.metric.isLoss ? one - other : other - one);
  return shown().sort((one, other) => {
    if (mean(one) === null || mean(other) === null) return (mean(one) === null) - (mean(other) === null);
    return better(mean(one), mean(other));
  });
}

/** What is drawn of a result. */
const drawnOf = final => [...final.values, final.mean, accuracy(final.low), accuracy(final.high)].filter(isNumber);
/** An interval that is computed from few values may reach beyond what an accuracy can be. */
const accuracy = end => (isNumber(end) && !data.metric.isLoss ? Math.min(1, Math.max(0, end)) : end);
const isLogarithmic = finals => data.metric.isLoss && needsLog(finals.flatMap(each => each.values));

/** The leaders, where others stand so far apart that they are to be left out; else nothing. */
function leaders() {
  const finals = standings().map(each => each.group.reached).filter(final => final && isNumber(final.mean));
  const count = leadersOf(finals.map(final => scaled(isLogarithmic(finals))(final.mean)).filter(isNumber));
  return count < finals.length ? finals.slice(0, count) : null;
}

const isZoomed = () => state.zoom !== false && leaders() !== null;

function drawFinals() {
  const entries = standings();
  const rows = entries.slice().reverse();
  const all = entries.map(each => each.group.reached).filter(each => each);
  const finals = isZoomed() ? leaders() : all;
  const logarithmic = isLogarithmic(finals);
  const at = scaled(logarithmic);
  const ends = isZoomed() || !data.metric.isLoss ? roundEnds(finals.flatMap(drawnOf).map(at).filter(isNumber)) : {};
  const side = value => (at(value) < ends.min ? -1 : Number(at(value) > ends.max));
  const series = [];
  rows.forEach((each, row) => {
    const final = each.group.reached;
    if (!final) return;
    const look = { itemStyle: { color: color(each.init) }, symbol: symbol(each.init), symbolKeepAspect: true };
    const inside = final.values.filter(value => isNumber(value) && side(value) === 0);
    if (final.values.length > 1) {
      series.push({
        type: 'scatter', symbolSize: 7, symbolOffset: [0, 13], silent: true, ...look,
        itemStyle: { ...look.itemStyle, opacity: 0.5 }, data: inside.map(value => [at(value), row]),
      });
    }
    const outside = isNumber(final.mean) ? side(final.mean) : 0;
    if (outside) {
      series.push({
        type: 'scatter', id: mainId(each.init), symbolSize: 14, ...look, symbol: outside < 0 ? TO_THE_LEFT : TO_THE_RIGHT,
        symbolOffset: [outside < 0 ? 8 : -8, 0], data: [[outside < 0 ? ends.min : ends.max, row]],
        label: { show: true, position: outside < 0 ? 'right' : 'left', formatter: figure(final.mean), color: style('--ink'), fontSize: 13 },
      });
      return;
    }
    const [low, high] = [accuracy(final.low), accuracy(final.high)];
    if (isNumber(low) && low < high) {
      series.push({
        type: 'line', data: [[at(low), row], [at(high), row]], symbol: 'rect', symbolSize: [2, 14], silent: true,
        lineStyle: { color: color(each.init), width: 3 }, itemStyle: look.itemStyle,
      });
    }
    series.push({ type: 'scatter', id: mainId(each.init), symbolSize: 14, ...look, data: [[at(final.mean), row]] });
  });
  const target = byId('chart-final');
  target.style.height = `${80 + 44 * Math.max(rows.length, 1)}px`;
  draw(target, `Final ${data.metric.label} of each initializer, the best first`, {
    grid: { left: 12 },
    xAxis: value(data.metric.label, logarithmic, ends.interval ? ends : logarithmic ? {} : { boundaryGap: ['4%', '4%'] }),
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
