import { buildModel } from '@cambium/architectures/blocks-build';
import { expect, it } from '@jest/globals';
import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import { cellGraph } from '../testing/cell-graph.js';
import { prepareLayers } from './training-layers.js';

const { tf } = await openBackend('wasm');

/** Gradients of the sum of the squared logits, by the name of the weight. */
async function gradientsOn(backend: string): Promise<Map<string, Float32Array>> {
  await tf.setBackend(backend);
  const model = buildModel(tf, cellGraph, { seed: 1 });
  prepareLayers(tf, model, { seed: 1, place: { step: 0 } });
  const images = tf.randomNormal([4, 8, 8, 1], 0, 1, 'float32', 3);
  const weights = model.trainableWeights.map((weight) => ({
    name: weight.originalName,
    variable: weight.read() as Variable,
  }));
  const { grads } = tf.variableGrads(
    () => tf.sum(tf.square(model.apply(images, { training: true }) as Tensor)) as Scalar,
    weights.map(({ variable }) => variable),
  );
  const read = weights.map(async ({ name, variable }) => {
    return [name, await (grads[variable.name] as Tensor).data<'float32'>()] as const;
  });
  const gradients = new Map(await Promise.all(read));
  model.dispose();
  return gradients;
}

it('the blocks of cells and mobile networks have the gradients on WASM that plain JavaScript gives them', async () => {
  const actual = await gradientsOn('wasm');
  const expected = await gradientsOn('cpu');
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [name, values] of expected) {
    const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
    const off = values.reduce(
      (largest, value, i) => Math.max(largest, Math.abs(value - (actual.get(name)?.[i] ?? NaN))),
      0,
    );
    expect({ name, isNear: off <= 2e-3 * scale }).toEqual({ name, isNear: true });
  }
});
