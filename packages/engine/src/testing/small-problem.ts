import {
  type ArchitectureGraph,
  type ArchitectureNode,
  createRng,
  type JsonObject,
  type TrainingProcedure,
  type UpdateRule,
} from '@cambium/core';
import type { ClassifierData, LabelledImages } from '../batches/labelled-images.js';

const node = (id: string, block: string, attributes: JsonObject, inputs: string[]): ArchitectureNode => ({
  id,
  block,
  attributes,
  inputs,
});

/** One of each kind of block, on 8×8 images of three classes. */
export const smallGraph: ArchitectureGraph = {
  version: 1,
  nodes: [
    node('in', 'input', { shape: [8, 8, 1] }, []),
    node('a', 'conv', { filters: 8, kernel: 3, stride: 1, activation: 'relu', norm: true }, ['in']),
    node('b', 'inverted-residual', { filters: 8, kernel: 3, stride: 1, expansion: 2 }, ['a']),
    node('sum', 'add', { activation: 'relu' }, ['a', 'b']),
    node('p', 'max-pool', { size: 2, stride: 2 }, ['sum']),
    node('c', 'separable', { filters: 12, kernel: 5, stride: 2, activation: 'relu' }, ['p']),
    node('q', 'avg-pool', { size: 3, stride: 1 }, ['c']),
    node('d', 'conv', { filters: 12, kernel: 1, stride: 1, activation: 'relu', norm: false }, ['q']),
    node('g', 'global-average-pool', {}, ['d']),
    node('h', 'dense', { units: 16, activation: 'relu' }, ['g']),
    node('drop', 'dropout', { rate: 0.2 }, ['h']),
    node('out', 'dense', { units: 3, activation: 'none' }, ['drop']),
  ],
  output: 'out',
};

/** Horizontal, vertical and diagonal stripes under noise. */
function stripes(count: number, seed: string): LabelledImages {
  const rng = createRng(seed);
  const images = new Uint8Array(count * 64);
  const labels = Uint8Array.from({ length: count }, () => rng.int(3));
  labels.forEach((label, n) => {
    const phase = rng.int(4);
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) {
        const along = label === 0 ? i : label === 1 ? j : i + j;
        images[n * 64 + i * 8 + j] = ((along + phase) % 4 < 2 ? 160 : 60) + rng.int(60);
      }
  });
  return { images, labels };
}

export const smallData: ClassifierData = {
  shape: [8, 8, 1],
  classes: 3,
  train: stripes(192, 'train'),
  validation: stripes(60, 'validation'),
};

/** PowerSign (Bello et al. 2017): the gradient, longer where it agrees with its mean. */
export const powerSign: UpdateRule = {
  combine: 'multiply',
  left: { operand: 'g' },
  right: {
    function: 'exp',
    of: { combine: 'multiply', left: { operand: 'sign(g)' }, right: { operand: 'sign(m)' } },
  },
};

export const smallProcedure: TrainingProcedure = {
  optimizer: 'adam',
  learningRate: 0.01,
  schedule: 'cosine',
  warmup: 0.1,
  weightDecay: 1e-4,
  momentum: 0.9,
  // Read by the optimizer update-rule only.
  updateRule: powerSign,
  labelSmoothing: 0.05,
  mixup: 0.2,
  batchSize: 32,
};
