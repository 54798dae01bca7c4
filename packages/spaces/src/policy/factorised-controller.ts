import type { Rng } from '@cambium/core';
import type { Axis } from './axis.js';
import type { Controller } from './controller.js';

/** As in NATS-Bench: nearly uniform. */
const firstDeviation = 1e-3;

/** The weights are the outputs themselves: no axis knows of another. */
export function createFactorisedController(axes: readonly Axis[], rng: Rng): Controller {
  const offsets: number[] = [];
  let size = 0;
  for (const { width } of axes) {
    offsets.push(size);
    size += width;
  }
  const weights = Float64Array.from({ length: size }, () => firstDeviation * rng.normal());
  let episode: number[] = [];
  return {
    weights,
    beginEpisode() {
      episode = [];
    },
    outputs({ index, width }) {
      // `!`: there is an offset for each axis.
      const offset = offsets[index]!;
      return weights.subarray(offset, offset + width);
    },
    take: ({ index }) => void episode.push(offsets[index]!),
    addGradient(outputGradients, into) {
      for (const [step, offset] of episode.entries()) {
        const row = outputGradients[step]!;
        for (let i = 0; i < row.length; i++) into[offset + i]! += row[i]!;
      }
    },
  };
}
