// Signal and gradient, layer by layer.

function drawSignals() {
  byId('layers-heading').textContent =
    `Size of the signal and of the gradient, layer by layer, at iteration ${state.iteration}`;
  drawLayers('signal', 'activation', 'rms of activations');
  drawLayers('gradient', 'activation_gradient', 'rms of gradients by activations');
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
    series.push(line(init, rms.map((number, i) => [i, power(number)]), { id: mainId(init) }));
    if (theory.some(isNumber)) {
      series.push(thin(init, theory.map((number, i) => [i, power(number)]), { type: [6, 5] }));
    }
    const lost = names.filter((name, i) => rms[i] === 0);
    if (lost.length) zeros.push(`${init.name} is 0 in ${lost.length === names.length ? 'every layer' : `layer ${lost.join(', ')}`}`);
    if (rms.every(number => number === null)) zeros.push(`${init.name} was not measured at this iteration`);
    else if (rms.some(number => number !== null && !isNumber(number))) zeros.push(`${init.name} is not finite in some layers`);
  });
  draw(target, `${what} layer by layer at iteration ${state.iteration}`, {
    xAxis: { type: 'category', data: names, name: 'layer', axisLabel: { formatter: name => name.split(' · ')[0] } },
    yAxis: value(what, true),
    tooltip: axisTooltip(true, name => `layer ${name}`),
    series,
  });
  caption(`caption-${id}`, zeros);
}
