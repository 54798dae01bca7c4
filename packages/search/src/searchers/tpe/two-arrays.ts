/** Of one allocation: to make an array of some kilobytes costs more than to fill it. */
export function twoArrays(length: number): readonly [Float64Array, Float64Array] {
  const both = new Float64Array(2 * length);
  return [both.subarray(0, length), both.subarray(length)];
}
