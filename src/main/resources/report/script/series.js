// What charts are made of: axes, lines, bands and what stands beside the pointer.

// On a logarithmic axis stand powers of ten: the library's own kind takes what is below 1e-10 for 0.
const power = value => (isNumber(value) && value > 0 ? Math.log10(value) : null);
const ofPower = exponent => (Number.isInteger(exponent) && Math.abs(exponent) > 4 ? `1e${exponent}` : figure(10 ** exponent));
const MOST_STEPS = 6;
const scaled = logarithmic => (logarithmic ? power : finite);

const value = (name, logarithmic, more = {}) => ({
  type: 'value', name, scale: true, ...(logarithmic ? { minInterval: 1 } : {}),
  axisLabel: { formatter: logarithmic ? ofPower : figure }, ...more,
});

/** Ends and steps of an axis that are as round as its ticks: those of shares, 0 and 1 being round, never lie beyond. */
function roundEnds(numbers) {
  if (!numbers.length) return {};
  let [low, high] = [smallest(numbers), largest(numbers)];
  if (low === high) {
    const half = low === 0 ? 0.5 : 0.1 * Math.abs(low);
    if (low !== 1) high += half;
    if (low !== 0) low -= half;
  }
  const least = (high - low) / MOST_STEPS;
  const decade = 10 ** Math.floor(Math.log10(least));
  const interval = [1, 2, 5, 10].map(each => each * decade).find(each => each >= least * (1 - 1e-9));
  const round = steps => Number((steps * interval).toPrecision(12));
  return { min: round(Math.floor(low / interval + 1e-9)), max: round(Math.ceil(high / interval - 1e-9)), interval };
}

/** The axis of a metric or statistic of which these numbers are drawn. */
const metricAxis = (name, logarithmic, isShare, numbers) => value(name, logarithmic,
  !isShare ? {} : logarithmic ? { max: 0 } : roundEnds(numbers.filter(isNumber)));

const line = (init, points, more = {}) => ({
  type: 'line', name: init.name, data: points, symbol: symbol(init), symbolSize: 9, symbolKeepAspect: true,
  showSymbol: points.length <= 40, itemStyle: { color: color(init) },
  lineStyle: { color: color(init), width: 2, type: dash(init) }, emphasis: { disabled: true }, ...more,
});

const thin = (init, points, more = {}) => line(init, points, {
  showSymbol: false, silent: true, tooltip: { show: false },
  lineStyle: { color: color(init), width: 1, ...more }, id: more.id,
});

/** The area between the smallest and the largest value, as one polygon. */
function band(init, curve, at) {
  const points = curve.x.map((x, i) => [x, at(curve.low[i]), at(curve.high[i])])
    .filter(point => point.every(isNumber));
  return {
    type: 'custom', silent: true, clip: true, tooltip: { show: false }, data: points, encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => (params.dataIndexInside ? null : {
      type: 'polygon',
      shape: {
        points: [...points.map(([x, low]) => api.coord([x, low])),
          ...points.slice().reverse().map(([x, , high]) => api.coord([x, high]))],
      },
      style: { fill: color(init), opacity: 0.16 },
    }),
  };
}

/** Lines alone carry an initializer; bands, dashed theory and lost trials do not speak for themselves. */
function axisTooltip(logarithmic, title) {
  return {
    trigger: 'axis',
    formatter: params => tooltip(
      title(params[0].axisValue),
      params.filter(each => each.seriesId.startsWith('main') && isNumber(each.value[1]))
        .map(each => [data.initializers[Number(each.seriesId.slice(4))], figure(logarithmic ? 10 ** each.value[1] : each.value[1])]),
    ),
  };
}

const mainId = init => `main${init.place}`;
const endings = entries => entries.filter(each => each.group.ended)
  .map(each => `${each.init.name}: ${each.group.ended}`);
