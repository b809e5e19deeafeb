// What was measured inside the network: quantities, layers, iterations.

const seriesOf = (group, quantity) => group.layers.filter(each => each.quantity === quantity);
const place = each => `${each.layer} · ${each.name}`;
const quantities = () => unique(data.groups.flatMap(group => group.layers.map(each => each.quantity)));
const places = quantity => unique(allGroups().flatMap(group => seriesOf(group, quantity))
  .sort((one, other) => one.layer - other.layer).map(place));
const iterations = () => unique(allGroups().flatMap(group => group.layers.flatMap(each => each.iterations)))
  .sort((one, other) => one - other);
const statistics = () => Object.keys(data.statistics).filter(name => name !== 'theory_rms' && allGroups()
  .some(group => seriesOf(group, state.quantity).some(each => each.statistics[name])));

const chosen = group => seriesOf(group, state.quantity).find(each => place(each) === state.layer);

function statistic(series, name, iteration) {
  const at = series ? series.iterations.indexOf(iteration) : -1;
  return at < 0 || !series.statistics[name] ? null : series.statistics[name][at];
}
