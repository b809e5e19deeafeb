// Tables, of which the rows are shown that are about what is chosen.

// Cells of fewer characters stay on one line.
const SHORT = 32;

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
    && (row.at.isOwnBest ? state.rate === 'own' : row.at.rate === null || row.at.rate === data.rates[state.rate])
    && row.inits.every(name => state.shown.has(named.get(name).place));
}

function fillTables() {
  data.tables.forEach(each => {
    const section = byId(each.id);
    const rows = each.rows.filter(isShown);
    // The variant is chosen above, and stands in the first column.
    const from = data.variants.length > 1 && each.rows.every(row => row.variant !== null) ? 1 : 0;
    section.hidden = false;
    section.replaceChildren(
      element('h2', { textContent: each.title }),
      ...(each.note ? [element('p', { className: 'note', textContent: each.note })] : []),
      rows.length ? table(each.title, each.columns.slice(from), rows.map(row => ({ ...row, cells: row.cells.slice(from) })))
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
