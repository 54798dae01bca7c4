import type { ImageView } from '../op-spec.js';

/** Levels in a buffer: `length` of them, `step` bytes apart. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly length: number;
}

/** Beyond the ends of the line its outermost levels go on. */
function blurLine(
  input: Uint8Array,
  output: Uint8Array,
  { from, to, step, length }: Line,
  weights: readonly number[],
): void {
  for (let i = 0; i < length; i++) {
    let sum = weights[0]! * input[from + i * step]!;
    for (let k = 1; k < weights.length; k++) {
      const before = input[from + Math.max(0, i - k) * step]!;
      const after = input[from + Math.min(length - 1, i + k) * step]!;
      sum += weights[k]! * (before + after);
    }
    output[to + i * step] = (sum + 32_768) >>> 16;
  }
}

/** Along the rows, then along the columns, each rounded. `weights` from the middle outwards; both sides sum to 2¹⁶. */
export function blur(source: ImageView, target: ImageView, weights: readonly number[]): void {
  const { height, width, channels } = source;
  const row = width * channels;
  const rows = new Uint8Array(height * row);
  for (let y = 0; y < height; y++) {
    for (let at = y * row; at < y * row + channels; at++) {
      blurLine(source.data, rows, { from: source.offset + at, to: at, step: channels, length: width }, weights);
    }
  }
  for (let at = 0; at < row; at++) {
    blurLine(rows, target.data, { from: at, to: target.offset + at, step: row, length: height }, weights);
  }
}
