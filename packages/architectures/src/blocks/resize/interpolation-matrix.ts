/**
 * Weights by which `from` pixels in a row become `to` pixels, as [from][to]: linear between the two nearest pixels'
 * centres, beyond the last centres as the last pixel is.
 */
export function interpolationMatrix(from: number, to: number): Float32Array {
  const matrix = new Float32Array(from * to);
  for (let column = 0; column < to; column++) {
    const place = Math.min(Math.max(((column + 0.5) * from) / to - 0.5, 0), from - 1);
    const below = Math.min(Math.floor(place), Math.max(from - 2, 0));
    const share = place - below;
    matrix[below * to + column] = 1 - share;
    if (share > 0) matrix[(below + 1) * to + column] = share;
  }
  return matrix;
}
