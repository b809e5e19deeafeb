// How initializers look, in charts and beside their names.

const DASHES = ['solid', [10, 5], [2, 5], [10, 5, 2, 5]];
const darkScheme = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

const isDark = () => darkScheme.matches && !printing;
const color = init => (isDark() ? init.dark : init.light);
const symbol = init => `path://${init.mark}`;
const dash = init => DASHES[init.round % DASHES.length];

function swatch(init) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [key, value] of [['viewBox', '-10.5 -10.5 21 21'], ['width', 13], ['height', 13], ['aria-hidden', 'true']]) {
    svg.setAttribute(key, value);
  }
  path.setAttribute('d', init.mark);
  path.setAttribute('fill', color(init));
  svg.append(path);
  return svg;
}
