import { ops } from '@cambium/augment';
import type { AugmentationPolicy } from '@cambium/core';

const step = (op: string, probability: number, magnitude: number) => ({ op, probability, magnitude });
const rotateAndErase: AugmentationPolicy = {
  kind: 'sequence',
  steps: [step('rotate', 0.9, 0.7), step('gaussian-blur', 0.5, 0.6), step('random-erasing', 0.8, 0.5)],
};
const everyOp: AugmentationPolicy = {
  kind: 'random-subset',
  ops: [...ops.names],
  count: 2,
  magnitude: 'uniform',
  table: 'wide',
};

/** One policy of each kind; between them they draw every op of the registry. */
export const policyOfEachKind: { readonly [K in AugmentationPolicy['kind']]: AugmentationPolicy & { kind: K } } = {
  'random-subset': everyOp,
  sequence: rotateAndErase,
  'some-of': {
    kind: 'some-of',
    steps: [step('shear-x', 0.7, 0.8), step('color', 0.9, 0.4), step('cutmix', 0.6, 0.9)],
    weights: [0.2, 0.3, 0.5],
  },
  'one-of': { kind: 'one-of', policies: [rotateAndErase, { kind: 'sequence', steps: [step('equalize', 1, 0)] }] },
  chain: { kind: 'chain', policies: [{ kind: 'sequence', steps: [step('crop', 1, 0.5)] }, everyOp] },
  augmix: {
    kind: 'augmix',
    ops: ['rotate', 'sharpness', 'shear-y'],
    width: 3,
    depth: null,
    magnitude: 0.8,
    alpha: 0.7,
  },
  'per-class': {
    kind: 'per-class',
    classes: { 0: rotateAndErase, 2: everyOp },
    otherwise: { kind: 'sequence', steps: [] },
  },
  schedule: {
    kind: 'schedule',
    phases: [
      { from: 0, policy: rotateAndErase },
      { from: 0.5, policy: { ...everyOp, count: 3 } },
    ],
  },
};
