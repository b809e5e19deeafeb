// Words and numbers as people read them.

const unique = items => [...new Set(items)];
const words = name => name.replaceAll('_', ' ');
const isNumber = value => typeof value === 'number';
const finite = value => (isNumber(value) ? value : null);

function figure(value) {
  if (value === null || value === undefined) return '–';
  if (!isNumber(value)) return value === 'NaN' ? 'not a number' : value.replace('Infinity', '∞');
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

// As arguments of Math.max, the values of a large run would be too many.
const largest = values => values.reduce((one, other) => Math.max(one, other), -Infinity);
const smallest = values => values.reduce((one, other) => Math.min(one, other), Infinity);

// Below this ratio of largest to smallest value, a logarithmic axis shows less than a linear one.
const WIDE = 30;

const needsLog = values => {
  const sizes = values.filter(isNumber);
  return sizes.length > 1 && sizes.every(value => value > 0) && largest(sizes) / smallest(sizes) > WIDE;
};
