// An axis of numbers that were run: a line at each, and its number where there is room for one.

/** The lines, below all else; `at` is where a number stands. */
function marks(numbers, target, at) {
  const sorted = unique(numbers).sort((one, other) => one - other);
  const pixels = (target.clientWidth - 80) / (at(sorted[sorted.length - 1]) - at(sorted[0]));
  let free = -Infinity;
  const texts = sorted.map(number => {
    const half = 4 * figure(number).length;
    const middle = (at(number) - at(sorted[0])) * pixels;
    const fits = middle - half >= free;
    if (fits) free = middle + half + 6;
    return fits ? figure(number) : '';
  });
  return {
    type: 'custom', z: 0, silent: true, tooltip: { show: false }, data: sorted.map(number => [at(number)]), encode: { x: 0, y: [] },
    renderItem: (params, api) => {
      const [x] = api.coord([api.value(0), 0]);
      const { y, height } = params.coordSys;
      return {
        type: 'group', children: [
          { type: 'line', shape: { x1: x, x2: x, y1: y, y2: y + height }, style: { stroke: style('--rule'), lineWidth: 1 } },
          {
            type: 'text', x, y: y + height + 6,
            style: { text: texts[params.dataIndex], align: 'center', fill: style('--soft'), font: '12px sans-serif' },
          },
        ],
      };
    },
  };
}

/** From the smallest to the largest number, with some room. */
function markedAxis(name, numbers, at) {
  const places = numbers.map(at);
  const room = 0.04 * (largest(places) - smallest(places));
  return value(name, false, {
    axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false },
    min: smallest(places) - room, max: largest(places) + room,
  });
}

/** What did not complete, numbers at which trials ended alike together. */
function lostAt(init, points, everywhere) {
  const ended = unique(points.map(each => each.group.ended)).filter(each => each);
  return ended.map(how => {
    const numbers = points.filter(each => each.group.ended === how).map(each => figure(each.x));
    return `${init.name}: ${how} at ${numbers.length === points.length ? everywhere : numbers.join(', ')}`;
  });
}
