// Every statistic of one layer at one iteration.

function fillNumbers() {
  byId('numbers-heading').textContent =
    `In figures: ${words(state.quantity)} of layer ${state.layer} at iteration ${state.iteration}`;
  const names = [...statistics(), ...(state.iteration === 0 && allGroups().some(group => chosen(group)?.statistics.theory_rms) ? ['theory_rms'] : [])];
  const columns = [{ label: 'initializer', isNumber: false },
    ...names.map(name => ({ label: data.statistics[name], isNumber: true }))];
  const rows = shown().map(({ init, group }) => ({
    inits: [init.name],
    cells: [init.name, ...names.map(name => figure(statistic(chosen(group), name, state.iteration)))],
  }));
  byId('numbers').replaceChildren(table('Figures of the chosen layer', columns, rows));
}
