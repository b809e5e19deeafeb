// How initializers look, in charts and beside their names.

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
