// Draws the page, and draws it anew when something is chosen.

function update() {
  buildControls();
  fillTables();
  const hasFinals = data.groups.some(group => group.reached);
  byId('outcome').hidden = !hasFinals;
  byId('trend').hidden = !data.trend || !hasFinals;
  byId('curves').hidden = !state.curve;
  byId('sensitivity').hidden = data.rates.length < 2 || !hasFinals;
  byId('predicted').hidden = !hasPredictions();
  byId('inside').hidden = !quantities().length;
  if (hasFinals) drawFinals();
  if (hasFinals && data.trend) drawTrend();
  if (state.curve) drawCurves();
  if (hasPredictions()) drawPredicted();
  if (hasFinals && data.rates.length > 1) drawRates();
  if (!quantities().length) return;
  drawSignals();
  drawOverTime();
  fillNumbers();
  drawHistograms();
}

function set(changes) {
  Object.assign(state, changes);
  settle();
  update();
  announce();
}

function announce() {
  const names = data.initializers.filter(init => state.shown.has(init.place)).map(init => init.name);
  byId('status').textContent = `Shown: ${names.join(', ') || 'no initializer'}`
    + (data.variants.length > 1 ? `; ${data.variants[state.variant]}` : '')
    + (state.quantity ? `; ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}.` : '.');
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
fillPictures();
fillEnd();
settle();
update();
darkScheme.addEventListener('change', update);
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));
