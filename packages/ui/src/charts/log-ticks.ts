/** Of each power of ten: more where fewer powers are in view. */
const mantissas = [
  { decades: 1, of: [1, 1.5, 2, 3, 5, 7] },
  { decades: 3, of: [1, 2, 5] },
  { decades: Number.POSITIVE_INFINITY, of: [1] },
] as const;

/** Round numbers between two numbers above 0, for a logarithmic axis: `200, 500, 1000, 2000`. */
export function logTicks(min: number, max: number): number[] {
  const { of = [1] } = mantissas.find(({ decades }) => Math.log10(max / min) <= decades) ?? {};
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); 10 ** power <= max; power++) {
    // By text: 3 * 10 ** -1 is 0.30000000000000004.
    for (const mantissa of of) ticks.push(Number(`${mantissa}e${power}`));
  }
  const inside = ticks.filter((tick) => tick >= min && tick <= max);
  return inside.length >= 2 ? inside : evenTicks(min, max);
}

/** Of a part that is too small to tell from a linear axis. */
function evenTicks(min: number, max: number): number[] {
  const power = Math.floor(Math.log10(max - min));
  const [first, last] = [Math.ceil(min / 10 ** power), Math.floor(max / 10 ** power)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(`${first + i}e${power}`));
}
