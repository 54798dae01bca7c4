/**
 * The random numbers of BBOB's instances: Park and Miller's minimal standard generator (a = 16807, m = 2³¹ − 1, by
 * Schrage's factors) with a shuffle table of 32. Not ours: instances are only the published ones with exactly these.
 */
const modulus = 2147483647;
const tableSize = 32;

/** So many numbers in (0, 1). */
export function uniforms(count: number, seed: number): Float64Array {
  let state = Math.max(1, Math.abs(seed));
  const next = () => {
    const tens = Math.floor(state / 127773);
    state = 16807 * (state - tens * 127773) - 2836 * tens;
    if (state < 0) state += modulus;
    return state;
  };
  const table = new Float64Array(tableSize);
  // The first eight are thrown away.
  for (let i = 39; i >= 0; i--) {
    const drawn = next();
    if (i < tableSize) table[i] = drawn;
  }
  let last = table[0] as number;
  return Float64Array.from({ length: count }, () => {
    const drawn = next();
    const place = Math.floor(last / 67108865);
    last = table[place] as number;
    table[place] = drawn;
    return last / modulus || 1e-99;
  });
}

/** So many standard normal numbers (Box and Muller's cosine half). */
export function normals(count: number, seed: number): Float64Array {
  const uniform = uniforms(2 * count, seed);
  return Float64Array.from({ length: count }, (_, i) => {
    const radius = Math.sqrt(-2 * Math.log(uniform[i] as number));
    return radius * Math.cos(2 * Math.PI * (uniform[count + i] as number)) || 1e-99;
  });
}
