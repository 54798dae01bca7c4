import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../../backends/engine-backend.js';
import { openBackend } from '../../backends/open-backend.js';
import { smallData } from '../../testing/small-problem.js';
import { samplePath } from '../choice-softmax.js';
import { pathSelection } from '../selection.js';
import { cellParts } from '../testing/cell-parts.js';
import { smallSearch } from '../testing/small-search.js';
import { trainSupernet } from '../train-supernet.js';
import { binaryGates } from './binary-gates.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

const options = { alphaLearningRate: 0.02, warmUpEpochs: 0 };

describe('binary gates', () => {
  it('train the weights of the drawn path only', async () => {
    const { tf } = backend;
    const parts = cellParts(tf);
    const { supernet, layout } = parts;
    const strategy = binaryGates(parts, options);
    const images = createRng(2);
    const inputs = tf.tensor4d(
      Float32Array.from({ length: 8 * 64 }, () => images.normal()),
      [8, 8, 8, 1],
    );
    const targets = tf.tensor2d(
      Array.from({ length: 8 }, (_, i) => [0, 1, 2].map((label) => (i % 3 === label ? 1 : 0))),
    );
    const read = () => new Map(supernet.variables.map((each) => [each.name, each.dataSync<'float32'>().join()]));
    const batch = { inputs, targets };
    for (let step = 1; step <= 3; step++) {
      const before = read();
      const rng = createRng(step);
      await strategy.train({ batch, heldOut: batch, learningRate: 0.1, step, epoch: 0, epochs: 1, rng });
      // The path is drawn after the architecture has moved, from the step's own generator.
      const path = samplePath(layout, strategy.probabilities() as Float64Array, createRng(step));
      const used = supernet.variablesOf(pathSelection(path)).map(({ name }) => name);
      const moved = [...read()].flatMap(([name, values]) => (before.get(name) === values ? [] : [name]));
      expect(moved.toSorted()).toEqual(used.toSorted());
      expect(used.length).toBeLessThan(supernet.variables.length);
    }
    tf.dispose([inputs, targets]);
    parts.dispose();
  });

  // One edge from the stem to the logits: nothing gets through `none`, and one image in three is right. Seeds 1 … 3 give
  // 0.83 and more; the opposite sign less than a half.
  it.each([1, 2, 3])('strengthen the option that helps, with seed %i', async (seed) => {
    const choices = [{ param: 'arch.0-3', values: ['none', 'conv'] }];
    const change = { choices, data: smallData, epochs: 12, rng: createRng(seed) };
    const result = await trainSupernet(
      smallSearch(backend, (parts) => binaryGates(parts, { ...options, warmUpEpochs: 4 }), change),
    );
    if (result.kind !== 'complete') throw new Error(result.kind);
    expect(result.probabilities?.[0]?.[1]).toBeGreaterThan(0.7);
  });

  it('leave dear options where their cost counts', async () => {
    const choices = [{ param: 'arch.0-3', values: ['skip', 'conv'] }];
    const cost = { costs: [0, 100], fixed: 10, target: 10, weight: 5, form: 'additive', exponent: 1 } as const;
    const result = await trainSupernet(
      smallSearch(backend, (parts) => binaryGates(parts, options), { choices, epochs: 10, cost }),
    );
    if (result.kind !== 'complete') throw new Error(result.kind);
    expect(result.probabilities?.[0]?.[0]).toBeGreaterThan(0.6);
  });
});
