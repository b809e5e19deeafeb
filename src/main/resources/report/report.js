'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = id => document.getElementById(id);
  const METRICS = {
    train_loss: 'training loss', train_accuracy: 'training accuracy',
    test_loss: 'test loss', test_accuracy: 'test accuracy',
  };
  const STATISTICS = {
    rms: 'root mean square', mean: 'mean', std: 'standard deviation', abs_mean: 'mean of absolute values',
    min: 'smallest value', max: 'largest value', zero_fraction: 'share of exact zeros',
    saturated_fraction: 'saturated share', dead_unit_fraction: 'share of dead units',
    distinct_unit_fraction: 'share of distinct units',
  };
  // Below this ratio of largest to smallest value, a logarithmic axis shows less than a linear one.
  const WIDE = 30;
  const FEW_ITERATIONS = 12;
  // Cells of fewer characters stay on one line.
  const SHORT = 32;

  const unique = items => [...new Set(items)];
  const words = name => name.replaceAll('_', ' ');
  const isNumber = value => typeof value === 'number';
  const positive = value => (isNumber(value) && value > 0 ? value : null);

  function figure(value) {
    if (value === null || value === undefined) return '–';
    if (!isNumber(value)) return value === 'NaN' ? 'not a number' : value.replace('Infinity', '∞');
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(2);
    return String(Number(value.toPrecision(4)));
  }

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  // What is chosen.

  const state = {
    shown: new Set(data.initializers.map(init => init.place)),
    variant: 0,
    rate: 'own',
    curve: null,
    logarithmic: null,
    quantity: null,
    layer: null,
    iteration: null,
    statistic: 'rms',
    sharedAxes: false,
  };

  function groupOf(init, rate = state.rate) {
    const groups = data.groups.filter(group => group.variant === state.variant && group.init === init.place);
    if (rate === 'own') return groups.find(group => group.isOwnRate) || groups[0];
    return groups.find(group => group.rate === rate);
  }

  /** The shown initializers that were run here, each with its trials. */
  function shown() {
    return data.initializers
      .filter(init => state.shown.has(init.place))
      .map(init => ({ init, group: groupOf(init) }))
      .filter(each => each.group);
  }

  const allGroups = () => data.initializers.map(init => groupOf(init)).filter(group => group);

  // How initializers look.

  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond',
    'path://M0,0L10,0L5,9Z', 'path://M0,0L9,5L0,10Z', 'path://M9,0L0,5L9,10Z'];
  const SHAPES = ['M6 1a5 5 0 1 0 .01 0Z', 'M1.5 1.5h9v9h-9Z', 'M6 1L11 10.5H1Z', 'M6 .5L11.5 6L6 11.5L.5 6Z',
    'M6 11L1 1.5H11Z', 'M11 6L1.5 11V1Z', 'M1 6L10.5 1V11Z'];
  const DASHES = ['solid', [10, 5], [2, 5], [10, 5, 2, 5]];
  const darkScheme = matchMedia('(prefers-color-scheme: dark)');
  let printing = false;

  const isDark = () => darkScheme.matches && !printing;
  const color = init => (isDark() ? init.dark : init.light);
  const symbol = init => SYMBOLS[init.place % SYMBOLS.length];
  const dash = init => DASHES[Math.floor(init.place / SYMBOLS.length) % DASHES.length];

  function swatch(init) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    for (const [key, value] of [['viewBox', '0 0 12 12'], ['width', 12], ['height', 12], ['aria-hidden', 'true']]) {
      svg.setAttribute(key, value);
    }
    path.setAttribute('d', SHAPES[init.place % SHAPES.length]);
    path.setAttribute('fill', color(init));
    svg.append(path);
    return svg;
  }

  // Charts.

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
      nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: soft },
      axisLabel: { color: soft, hideOverlap: true }, axisLine: { lineStyle: { color: soft } },
      splitLine: { lineStyle: { color: rule, opacity: 0.6 } }, minorTick: { show: false },
    };
    const dressed = own => ({
      ...axis, ...own, axisLabel: { ...axis.axisLabel, ...(own.axisLabel || {}) },
      splitLine: { ...axis.splitLine, ...(own.splitLine || {}) },
    });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit' },
      grid: { left: 12, right: 22, top: 14, bottom: 30, containLabel: true, ...(option.grid || {}) },
      tooltip: {
        confine: true, backgroundColor: style('--card'), borderColor: rule, textStyle: { color: style('--ink'), fontSize: 13 },
        ...option.tooltip,
      },
      xAxis: dressed(option.xAxis),
      yAxis: dressed({ nameGap: 52, ...option.yAxis }),
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

  const needsLog = values => {
    const sizes = values.filter(isNumber);
    return sizes.length > 1 && sizes.every(value => value > 0) && Math.max(...sizes) / Math.min(...sizes) > WIDE;
  };

  const value = (name, logarithmic, more = {}) => ({
    type: logarithmic ? 'log' : 'value', name, scale: true,
    axisLabel: { formatter: figure }, ...more,
  });

  const line = (init, points, more = {}) => ({
    type: 'line', name: init.name, data: points, symbol: symbol(init), symbolSize: 8,
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
  function axisTooltip(entries, title) {
    return {
      trigger: 'axis',
      formatter: params => tooltip(
        title(params[0].axisValue),
        params.filter(each => each.seriesId.startsWith('main') && isNumber(each.value[1]))
          .map(each => [data.initializers[Number(each.seriesId.slice(4))], figure(each.value[1])]),
      ),
    };
  }

  const mainId = init => `main${init.place}`;
  const endings = entries => entries.filter(each => each.group.ended)
    .map(each => `${each.init.name}: ${each.group.ended}`);

  function caption(id, parts) {
    byId(id).textContent = parts.length ? `${parts.join('; ')}.` : '';
  }

  function drawFinals() {
    const metric = data.metric.key;
    const entries = shown();
    const rows = entries.slice().reverse();
    const finals = entries.map(each => each.group.finals[metric]).filter(each => each);
    const logarithmic = data.metric.isLoss && needsLog(finals.flatMap(each => each.values));
    const at = number => (logarithmic ? positive(number) : isNumber(number) ? number : null);
    const series = [];
    rows.forEach((each, row) => {
      const final = each.group.finals[metric];
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
          const final = groupOf(init).finals[metric];
          const interval = isNumber(final.low) ? `, 95 % interval ${figure(final.low)} to ${figure(final.high)}` : '';
          return tooltip(data.metric.label, [[init, `${figure(final.mean)}${interval}`]]);
        },
      },
      series,
    });
    target.querySelector(':scope > div')?.style.setProperty('max-width', '100%');
    caption('caption-final', endings(entries));
  }

  const curveMetrics = () => Object.keys(METRICS).filter(metric => data.groups.some(group => group.curves[metric]));

  function drawCurves() {
    const entries = shown().filter(each => each.group.curves[state.curve]);
    const logarithmic = state.logarithmic && state.curve.endsWith('loss');
    const at = logarithmic ? positive : number => (isNumber(number) ? number : null);
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
    draw(byId('chart-curves'), `Learning curves: ${METRICS[state.curve]} by iteration`, {
      xAxis: value('iteration', false, { max: 'dataMax', axisLabel: { formatter: figure, showMaxLabel: false }, splitLine: { show: false } }),
      yAxis: value(METRICS[state.curve], logarithmic),
      tooltip: axisTooltip(entries, x => `iteration ${x}, ${METRICS[state.curve]}`),
      series: [...bands, ...lines],
    });
    caption('caption-curves', endings(entries));
  }

  function drawRates() {
    const metric = data.metric.key;
    const series = [];
    const missing = [];
    data.initializers.filter(init => state.shown.has(init.place)).forEach(init => {
      const own = groupOf(init, 'own');
      const points = data.rates.map((rate, place) => ({ rate, group: groupOf(init, place) })).filter(each => each.group);
      points.filter(each => each.group.ended)
        .forEach(each => missing.push(`${init.name} at ${each.rate}: ${each.group.ended}`));
      const drawn = points.filter(each => each.group.finals[metric]).map(each => ({
        value: [each.rate, each.group.finals[metric].mean].map(number => (isNumber(number) ? number : null)),
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

  // Inside the network.

  const seriesOf = (group, quantity) => group.layers.filter(each => each.quantity === quantity);
  const place = each => `${each.layer} · ${each.name}`;
  const quantities = () => unique(data.groups.flatMap(group => group.layers.map(each => each.quantity)));
  const places = quantity => unique(allGroups().flatMap(group => seriesOf(group, quantity))
    .sort((one, other) => one.layer - other.layer).map(place));
  const iterations = () => unique(allGroups().flatMap(group => group.layers.flatMap(each => each.iterations)))
    .sort((one, other) => one - other);
  const statistics = () => Object.keys(STATISTICS).filter(name => allGroups()
    .some(group => seriesOf(group, state.quantity).some(each => each.statistics[name])));

  const chosen = group => seriesOf(group, state.quantity).find(each => place(each) === state.layer);

  function statistic(series, name, iteration) {
    const at = series ? series.iterations.indexOf(iteration) : -1;
    return at < 0 || !series.statistics[name] ? null : series.statistics[name][at];
  }

  function drawLayers(id, quantity, what) {
    const target = byId(`chart-${id}`);
    const names = places(quantity);
    target.parentElement.hidden = !names.length;
    if (!names.length) return;
    const series = [];
    const zeros = [];
    shown().forEach(({ init, group }) => {
      const layers = names.map(name => seriesOf(group, quantity).find(each => place(each) === name));
      const rms = layers.map(layer => statistic(layer, 'rms', state.iteration));
      const theory = layers.map(layer => statistic(layer, 'theory_rms', state.iteration));
      series.push(line(init, rms.map((number, i) => [i, positive(number)]), { id: mainId(init) }));
      if (theory.some(isNumber)) {
        series.push(thin(init, theory.map((number, i) => [i, positive(number)]), { type: [6, 5] }));
      }
      const lost = names.filter((name, i) => rms[i] === 0);
      if (lost.length) zeros.push(`${init.name} is 0 in ${lost.length === names.length ? 'every layer' : `layer ${lost.join(', ')}`}`);
      if (rms.every(number => number === null)) zeros.push(`${init.name} was not measured at this iteration`);
      else if (rms.some(number => number !== null && !isNumber(number))) zeros.push(`${init.name} is not finite in some layers`);
    });
    draw(target, `${what} layer by layer at iteration ${state.iteration}`, {
      xAxis: { type: 'category', data: names, name: 'layer', axisLabel: { formatter: name => name.split(' · ')[0] } },
      yAxis: value(what, true),
      tooltip: axisTooltip(null, name => `layer ${name}`),
      series,
    });
    caption(`caption-${id}`, zeros);
  }

  function drawOverTime() {
    const all = iterations();
    byId('over-time-heading').hidden = byId('chart-time').hidden = byId('caption-time').hidden = all.length < 2;
    if (all.length < 2) return;
    const scaled = all.length > FEW_ITERATIONS;
    const rows = shown().map(({ init, group }) => ({ init, series: chosen(group) }))
      .filter(each => each.series && each.series.statistics[state.statistic]);
    const numbers = rows.flatMap(each => each.series.statistics[state.statistic]).filter(isNumber);
    const logarithmic = needsLog(numbers.filter(number => number !== 0));
    const series = rows.map(({ init, series }) => line(init, series.iterations.map((iteration, i) => {
      const number = series.statistics[state.statistic][i];
      return [scaled ? iteration : all.indexOf(iteration), logarithmic ? positive(number) : isNumber(number) ? number : null];
    }), { id: mainId(init) }));
    const title = `${words(state.quantity)} of layer ${state.layer}: ${STATISTICS[state.statistic]}`;
    byId('over-time-heading').textContent = `Over the iterations: ${title}`;
    draw(byId('chart-time'), `${title} over the iterations`, {
      xAxis: scaled ? value('iteration', false, { max: 'dataMax', axisLabel: { formatter: figure, showMaxLabel: false }, splitLine: { show: false } })
        : { type: 'category', data: all.map(String), name: 'iteration (those that were measured; not to scale)' },
      yAxis: value(STATISTICS[state.statistic], logarithmic),
      tooltip: axisTooltip(null, iteration => `iteration ${iteration}`),
      series,
    });
    caption('caption-time', logarithmic
      ? rows.filter(each => each.series.statistics[state.statistic].includes(0)).map(each => `${each.init.name} is 0 at times`) : []);
  }

  function fillNumbers() {
    byId('numbers-heading').textContent =
      `In figures: ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}`;
    const names = [...statistics(), ...(state.iteration === 0 && allGroups().some(group => chosen(group)?.statistics.theory_rms) ? ['theory_rms'] : [])];
    const columns = [{ label: 'initializer', isNumber: false },
      ...names.map(name => ({ label: STATISTICS[name] || 'rms by theory', isNumber: true }))];
    const rows = shown().map(({ init, group }) => ({
      inits: [init.name],
      cells: [init.name, ...names.map(name => figure(statistic(chosen(group), name, state.iteration)))],
    }));
    byId('numbers').replaceChildren(table('Figures of the chosen layer', columns, rows));
  }

  function histogramOf(group) {
    const histogram = chosen(group)?.histograms.find(each => each.iteration === state.iteration);
    if (!histogram) return null;
    const bins = histogram.counts.length;
    const width = (histogram.high - histogram.low) / bins;
    const all = histogram.counts.reduce((sum, count) => sum + count, histogram.below + histogram.above);
    const counts = histogram.counts.slice();
    if (histogram.low <= 0 && histogram.high >= 0) {
      const zero = width > 0 ? Math.min(bins - 1, Math.floor((0 - histogram.low) / width)) : 0;
      counts[zero] = Math.max(0, counts[zero] - histogram.zeros);
    }
    const edges = Array.from({ length: bins + 1 }, (_, i) => histogram.low + i * width);
    const shares = counts.map(count => count / all);
    return { ...histogram, edges, shares, all };
  }

  function drawHistograms() {
    const target = byId('histograms');
    [...charts.keys()].filter(each => target.contains(each)).forEach(forget);
    const panels = shown().map(({ init, group }) => ({ init, group, histogram: histogramOf(group) }));
    const drawn = panels.filter(each => each.histogram);
    const limits = state.sharedAxes && drawn.length ? {
      x: { min: Math.min(...drawn.map(each => each.histogram.low)), max: Math.max(...drawn.map(each => each.histogram.high)) },
      y: { max: Math.max(...drawn.flatMap(each => each.histogram.shares)) },
    } : { x: {}, y: {} };
    byId('histograms-heading').textContent =
      `Spread: ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}`;
    target.replaceChildren(...panels.map(({ init, group, histogram }) => {
      const title = element('p', { className: 'panel-title' });
      title.append(swatch(init), init.name);
      const panel = element('figure', {}, title);
      if (!histogram) {
        const measured = chosen(group)?.histograms.map(each => each.iteration) || [];
        panel.append(element('p', {
          className: 'note',
          textContent: measured.length ? `No histogram here at this iteration; there are some at ${measured.join(', ')}.` : 'No histogram here.',
        }));
        return panel;
      }
      const notes = [];
      const percent = count => `${figure((100 * count) / histogram.all)} %`;
      if (histogram.zeros === histogram.all) notes.push(`all ${histogram.all} values are exactly 0`);
      else if (histogram.zeros) notes.push(`${percent(histogram.zeros)} are exactly 0`);
      if (histogram.below) notes.push(`${percent(histogram.below)} lie below`);
      if (histogram.above) notes.push(`${percent(histogram.above)} lie above`);
      panel.append(element('p', { className: 'caption', textContent: notes.join(', ') }), element('div', { className: 'chart' }));
      panel.histogram = { init, histogram };
      return panel;
    }));
    for (const panel of target.children) {
      if (!panel.histogram) continue;
      const { init, histogram } = panel.histogram;
      const points = histogram.edges.map((edge, i) => [edge, histogram.shares[Math.min(i, histogram.shares.length - 1)]]);
      draw(panel.querySelector('.chart'), `Histogram of ${init.name}`, {
        grid: { left: 6, right: 14, top: 8, bottom: 6 },
        xAxis: value('', false, { ...limits.x, splitLine: { show: false }, splitNumber: 4 }),
        yAxis: value('', false, { min: 0, ...limits.y, splitNumber: 3, axisLabel: { formatter: share => `${figure(100 * share)} %` } }),
        tooltip: {
          trigger: 'axis',
          formatter: params => {
            const bin = Math.min(params[0].dataIndex, histogram.shares.length - 1);
            return tooltip(`${figure(histogram.edges[bin])} to ${figure(histogram.edges[bin + 1])}`,
              [[init, `${figure(100 * histogram.shares[bin])} %`]]);
          },
        },
        series: [line(init, points, { step: 'end', showSymbol: false, areaStyle: { color: color(init), opacity: 0.35 }, lineStyle: { color: color(init), width: 1.5 } })],
      });
    }
    if (!panels.length) target.append(element('p', { className: 'note', textContent: 'No initializer is chosen.' }));
  }

  // Tables.

  const named = new Map(data.initializers.map(init => [init.name, init]));

  function table(label, columns, rows) {
    const head = element('tr', {}, ...columns.map(column => element('th', {
      scope: 'col', className: column.isNumber ? 'number' : 'text', textContent: column.label,
    })));
    const body = rows.map(row => element('tr', {}, ...row.cells.map((cell, i) => {
      const init = row.inits.includes(cell) && named.get(cell);
      const kind = columns[i].isNumber ? 'number' : init ? 'init' : 'text';
      const made = element('td', { className: cell.length < SHORT ? `${kind} short` : kind });
      if (init) made.append(swatch(init), ' ');
      made.append(cell);
      return made;
    })));
    const whole = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
    return element('div', {
      className: rows.length > 16 ? 'scroll tall' : 'scroll', tabIndex: 0, role: 'region', 'aria-label': label,
    }, whole);
  }

  function isShown(row) {
    return (row.variant === null || row.variant === data.variants[state.variant])
      && (row.rate === null || (state.rate === 'own' ? row.isOwnRate : row.rate === data.rates[state.rate]))
      && row.inits.every(name => state.shown.has(named.get(name).place));
  }

  function fillTables() {
    data.tables.forEach(each => {
      const section = byId(each.id);
      const rows = each.rows.filter(isShown);
      section.hidden = false;
      section.replaceChildren(
        element('h2', { textContent: each.title }),
        ...(each.note ? [element('p', { className: 'note', textContent: each.note })] : []),
        rows.length ? table(each.title, each.columns, rows)
          : element('p', { textContent: 'Nothing here for what is chosen above.' }),
      );
    });
    if (data.comparison) {
      byId('document').hidden = false;
      byId('document').replaceChildren(
        element('h2', { textContent: 'The published table' }),
        element('p', { textContent: `This run is not compared with it: ${data.comparison}.` }),
      );
    }
  }

  // Controls.

  function choice(parent, id, label, options, current, onChange) {
    const select = element('select', { id }, ...options.map(([text, chosen]) => element('option', { textContent: text, value: String(chosen) })));
    select.value = String(current);
    select.addEventListener('change', () => onChange(options[select.selectedIndex][1]));
    parent.append(element('label', {}, label, select));
  }

  function check(parent, id, label, isOn, onChange) {
    const box = element('input', { type: 'checkbox', id, checked: isOn });
    box.addEventListener('change', () => onChange(box.checked));
    parent.append(element('label', {}, box, label));
  }

  /** Controls are built anew where their options change, and the keyboard stays where it was. */
  function rebuilt(parent, build) {
    const focused = document.activeElement?.id;
    parent.replaceChildren();
    build(parent);
    if (focused && parent.querySelector(`#${CSS.escape(focused)}`)) byId(focused).focus();
  }

  function set(changes) {
    Object.assign(state, changes);
    settle();
    update();
    announce();
  }

  /** What was chosen and is not there any more gives way to the nearest thing that is. */
  function settle() {
    state.curve ??= curveMetrics().includes(data.metric.key) ? data.metric.key : curveMetrics()[0];
    if (state.logarithmic === null && state.curve) {
      state.logarithmic = needsLog(data.groups.flatMap(group => group.curves[state.curve]?.mean || []));
    }
    if (!quantities().length) return;
    state.quantity ??= quantities().includes('activation') ? 'activation' : quantities()[0];
    const layers = places(state.quantity);
    if (!layers.includes(state.layer)) {
      const layer = String(state.layer).split(' · ')[0];
      state.layer = layers.find(each => each.split(' · ')[0] === layer) || layers[0];
    }
    if (!iterations().includes(state.iteration)) state.iteration = iterations()[0];
    if (!statistics().includes(state.statistic)) state.statistic = statistics()[0];
  }

  function buildControls() {
    rebuilt(byId('toggles'), parent => {
      parent.append(element('legend', { textContent: 'Initializers' }));
      data.initializers.forEach(init => {
        const box = element('input', { type: 'checkbox', id: `toggle-${init.place}`, checked: state.shown.has(init.place) });
        box.addEventListener('change', () => {
          if (box.checked) state.shown.add(init.place);
          else state.shown.delete(init.place);
          set({});
        });
        parent.append(element('label', { className: 'toggle' }, box, swatch(init), init.name));
      });
    });
    rebuilt(byId('choices'), parent => {
      if (data.variants.length > 1) {
        choice(parent, 'variant', 'Variant', data.variants.map((name, i) => [name, i]), state.variant, variant => set({ variant }));
      }
      if (data.rates.length > 1) {
        choice(parent, 'rate', 'Learning rate',
          [['each initializer’s best', 'own'], ...data.rates.map((rate, i) => [String(rate), i])], state.rate, rate => set({ rate }));
      }
    });
    rebuilt(byId('curve-choices'), parent => {
      if (!state.curve) return;
      choice(parent, 'curve', 'Show', curveMetrics().map(metric => [METRICS[metric], metric]), state.curve,
        curve => set({ curve, logarithmic: null }));
      if (state.curve.endsWith('loss')) check(parent, 'logarithmic', 'logarithmic axis', state.logarithmic, logarithmic => set({ logarithmic }));
    });
    if (!quantities().length) return;
    rebuilt(byId('inside-choices'), parent => {
      const all = iterations();
      const trained = all.length > 1 && data.groups.some(group => Object.keys(group.curves).length);
      const label = iteration => (iteration === 0 ? '0 (untrained)'
        : iteration === all[all.length - 1] && trained ? `${iteration} (last)` : String(iteration));
      choice(parent, 'iteration', 'Iteration', all.map(each => [label(each), each]), state.iteration, iteration => set({ iteration }));
      choice(parent, 'quantity', 'Quantity', quantities().map(each => [words(each), each]), state.quantity, quantity => set({ quantity }));
      choice(parent, 'layer', 'Layer', places(state.quantity).map(each => [each, each]), state.layer, layer => set({ layer }));
      choice(parent, 'statistic', 'Statistic', statistics().map(each => [STATISTICS[each], each]), state.statistic, statistic => set({ statistic }));
    });
    rebuilt(byId('histogram-choices'), parent => {
      check(parent, 'shared-axes', 'same axes for all', state.sharedAxes, sharedAxes => set({ sharedAxes }));
    });
  }

  function announce() {
    const names = data.initializers.filter(init => state.shown.has(init.place)).map(init => init.name);
    byId('status').textContent = `Shown: ${names.join(', ') || 'no initializer'}`
      + (data.variants.length > 1 ? `; ${data.variants[state.variant]}` : '')
      + (state.quantity ? `; ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}.` : '.');
  }

  // The page.

  function fillVerdict() {
    document.title = `${data.title} – initbench`;
    byId('title').textContent = data.title;
    byId('findings').replaceChildren(...data.verdict.findings.map(finding => element('div', { className: 'finding' },
      ...(finding.variant ? [element('p', { className: 'variant', textContent: finding.variant })] : []),
      element('p', { className: 'sentence', textContent: finding.sentence }),
      ...(finding.details.length ? [element('ul', {}, ...finding.details.map(detail => element('li', { textContent: detail })))] : []))));
  }

  function fillEnd() {
    const again = data.reproduction;
    const parts = [];
    if (again.fileName) {
      const save = element('button', { type: 'button', textContent: `Save ${again.fileName}` });
      save.addEventListener('click', () => {
        const url = URL.createObjectURL(new Blob([again.study], { type: 'application/yaml' }));
        element('a', { href: url, download: again.fileName }).click();
        setTimeout(() => URL.revokeObjectURL(url));
      });
      parts.push(element('p', { textContent: `In a checkout of initbench, with the study below saved as ${again.fileName}:` }));
      parts.push(element('pre', { className: 'wrap', id: 'command', textContent: again.steps.join('\n') }));
      parts.push(element('p', {}, save), element('details', { id: 'study' },
        element('summary', { textContent: 'The whole study, every default written out' }),
        element('pre', { tabIndex: 0, textContent: again.study })));
    } else {
      parts.push(element('p', { textContent: 'In a checkout of initbench:' }));
      parts.push(element('pre', { className: 'wrap', id: 'command', textContent: again.steps.join('\n') }));
    }
    if (again.note) parts.push(element('p', { className: 'note', textContent: again.note }));
    byId('reproduction').replaceChildren(...parts);
    byId('facts').replaceChildren(element('dl', {}, ...Object.entries(data.facts)
      .flatMap(([name, fact]) => [element('dt', { textContent: name }), element('dd', { textContent: fact })])));
    byId('notes').replaceChildren(...data.notes.map(note => element('li', { textContent: note })));
  }

  function update() {
    buildControls();
    fillTables();
    const hasFinals = data.groups.some(group => group.finals[data.metric.key]);
    byId('outcome').hidden = !hasFinals;
    byId('curves').hidden = !state.curve;
    byId('sensitivity').hidden = data.rates.length < 2 || !hasFinals;
    byId('inside').hidden = !quantities().length;
    if (hasFinals) drawFinals();
    if (state.curve) drawCurves();
    if (hasFinals && data.rates.length > 1) drawRates();
    if (!quantities().length) return;
    drawLayers('signal', 'activation', 'rms of activations');
    drawLayers('gradient', 'activation_gradient', 'rms of gradients by activations');
    drawOverTime();
    fillNumbers();
    drawHistograms();
  }

  /** Paper is white whatever the screen shows; the style sheet makes the charts fit. */
  function print(isPrinting) {
    printing = isPrinting;
    document.querySelectorAll('details').forEach(each => { each.open = isPrinting; });
    update();
    charts.forEach((chart, target) => {
      const svg = target.querySelector('svg');
      if (isPrinting) svg.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
      else svg.removeAttribute('viewBox');
    });
  }

  fillVerdict();
  fillEnd();
  settle();
  update();
  darkScheme.addEventListener('change', update);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
})();
