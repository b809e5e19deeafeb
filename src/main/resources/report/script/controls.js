// What can be chosen.

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
  rebuilt(byId('final-choices'), parent => {
    if (leaders()) check(parent, 'zoom', 'zoom to the leaders', isZoomed(), zoom => set({ zoom }));
  });
  rebuilt(byId('curve-choices'), parent => {
    if (!state.curve) return;
    choice(parent, 'curve', 'Show', curveMetrics().map(metric => [data.metrics[metric], metric]), state.curve,
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
    choice(parent, 'statistic', 'Statistic', statistics().map(each => [data.statistics[each], each]), state.statistic, statistic => set({ statistic }));
  });
  rebuilt(byId('histogram-choices'), parent => {
    check(parent, 'shared-axes', 'same axes for all', state.sharedAxes, sharedAxes => set({ sharedAxes }));
  });
}
