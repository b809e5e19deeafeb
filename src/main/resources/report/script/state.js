// What is chosen, and the trials that this chooses.

const data = JSON.parse(document.getElementById('data').textContent);

const state = {
  shown: new Set(data.initializers.map(init => init.place)),
  variant: 0,
  rate: 'own',
  zoom: null,
  curve: null,
  logarithmic: null,
  quantity: null,
  layer: null,
  iteration: null,
  statistic: 'rms',
  sharedAxes: false,
};

function groupOf(init, rate = state.rate, variant = state.variant) {
  const groups = data.groups.filter(group => group.variant === variant && group.init === init.place);
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
