/** xᵢ − log Σ exp(xⱼ), in double precision and safe for large logits. */
export function logSoftmax(logits: Float32Array): Float64Array {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const total = largest + Math.log(logits.reduce((sum, value) => sum + Math.exp(value - largest), 0));
  return Float64Array.from(logits, (value) => value - total);
}
