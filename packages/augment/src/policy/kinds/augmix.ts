import { drawBeta, drawDirichlet } from '@cambium/core';
import { formatNumber } from '../../format-number.js';
import { ops } from '../../registry.js';
import { badRange, opListIssues, shareIssues, wholeIssues } from '../field-issues.js';
import type { ImageRun, PolicyKind, PolicyOfKind } from '../policy-kind.js';

type AugMix = PolicyOfKind<'augmix'>;

/** The most ops of a chain whose depth is drawn. */
const deepest = 3;

export const augmix: PolicyKind<AugMix> = {
  issues: ({ ops: names, width, depth, magnitude, alpha }) => [
    ...opListIssues(names, width),
    ...wholeIssues(width, 0, ['width']),
    ...(depth === null ? [] : wholeIssues(depth, 1, ['depth'])),
    ...shareIssues(magnitude, ['magnitude']),
    ...(alpha > 0 && alpha <= 1000 ? [] : [badRange(['alpha'], `above 0 and at most 1000, not ${alpha}`)]),
  ],
  isNothing: ({ width }) => width === 0,
  clause({ ops: names, width, depth, magnitude }) {
    const each = depth === null ? `1 to ${deepest} ops` : depth === 1 ? '1 op' : `${depth} ops`;
    const drawn = `drawn from ${names.length} at magnitudes up to ${formatNumber(magnitude)} of 1 (${names.join(', ')})`;
    return `the mean of itself and ${width} chains of ${each} ${drawn}, at random weights`;
  },
  steps: ({ ops: names, width, depth, magnitude }) =>
    names.map((op) => ({
      op,
      rate: (width * (depth ?? (1 + deepest) / 2)) / names.length,
      magnitude: magnitude / 2,
    })),
  plan({ ops: names, ...policy }) {
    const choices = names.map((name) => ops.get(name));
    const { width, depth, alpha, magnitude } = policy;
    const runChain = (run: ImageRun) => {
      const length = depth ?? 1 + run.rng.int(deepest);
      for (let drawn = 0; drawn < length; drawn++) {
        run.apply(run.rng.pick(choices), magnitude * run.rng.next(), 'standard');
      }
    };
    return (run) => {
      if (width === 0) return;
      const { rng } = run;
      const before = pixelsOf(run);
      const weights = drawDirichlet(width, alpha, rng);
      const mixed = drawBeta(alpha, rng);
      const mean = Float32Array.from(before, (level) => (1 - mixed) * level);
      for (const weight of weights) {
        run.load(before);
        runChain(run);
        const { data, offset } = run.current();
        for (let i = 0; i < mean.length; i++) mean[i]! += mixed * weight * data[offset + i]!;
      }
      run.load(Uint8Array.from(mean, (level) => Math.min(255, Math.round(level))));
    };
  },
};

function pixelsOf(run: ImageRun): Uint8Array {
  const { data, offset, height, width, channels } = run.current();
  return data.slice(offset, offset + height * width * channels);
}
