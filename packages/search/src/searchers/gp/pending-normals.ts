import type { Rng } from '@cambium/core';
import { inverseLogCumulative } from '../../math/normal-distribution.js';
import { createQuasiRandom } from '../../math/quasi-random/create-quasi-random.js';

/** The fixed standard normals from which the outcomes of pending trials are drawn. */
export interface PendingNormals {
  /** 1 when no trial is pending: then nothing is drawn. */
  readonly samples: number;
  /** The normals of the next pending trial: for each objective, one for each sample. */
  next(): readonly Float64Array[];
}

export interface PendingNormalsSettings {
  readonly objectives: number;
  /** How often `next` will be called at most. */
  readonly pending: number;
  readonly rng: Rng;
}

/** Hypervolumes are dearer than a single best. */
const samplesFor = (objectives: number) => (objectives === 1 ? 32 : 4);

/** From a scrambled Sobol sequence: so few normals are far more even than independent ones. */
export function createPendingNormals({ objectives, pending, rng }: PendingNormalsSettings): PendingNormals {
  if (pending === 0) return { samples: 1, next: () => [] };
  const samples = samplesFor(objectives);
  const sequence = createQuasiRandom(objectives * pending, { sequence: 'sobol', scramble: rng.fork('pending') });
  const points = Array.from({ length: samples }, (_, sample) => sequence.point(sample));
  let dimension = 0;
  return {
    samples,
    next: () =>
      Array.from({ length: objectives }, () => {
        const own = dimension++;
        // Not 0, of which there is no normal.
        return Float64Array.from(points, (point) => inverseLogCumulative(Math.log((point[own] ?? 0.5) + 2 ** -33)));
      }),
  };
}
