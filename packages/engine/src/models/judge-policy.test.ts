import { applyPolicy } from '@cambium/augment';
import { type AugmentationPolicy, createRng } from '@cambium/core';
import { beforeAll, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import { trainClassifier } from '../training/train-classifier.js';
import type { Network } from './forward.js';
import { judgePolicy } from './judge-policy.js';
import { loadNetwork } from './model-files.js';
import { predict } from './predict.js';

let backend: EngineBackend;
let network: Network;
beforeAll(async () => {
  backend = await openBackend('wasm');
  const options = { backend, graph: smallGraph, data: smallData, procedure: smallProcedure, epochs: 3 };
  const result = await trainClassifier({ ...options, rng: createRng(4) });
  if (result.kind !== 'complete') throw new Error(result.kind);
  network = await loadNetwork(backend.tf, result.model);
});

const { validation: data, shape } = smallData;
const judge = (policy: AugmentationPolicy, draws: number, across: 'mean' | 'best') =>
  judgePolicy(backend.tf, network, data, { policy, draws, across, rng: createRng(2) });
const step = (op: string, magnitude: number): AugmentationPolicy => {
  return { kind: 'sequence', steps: [{ op, probability: 0.8, magnitude }] };
};

/** Loss and hit of each image in one draw, the long way round. */
async function oneDraw(policy: AugmentationPolicy, draw: number) {
  const labels = [...data.labels];
  const batch = { images: data.images, count: labels.length, shape, labels };
  const { images, labelMix } = applyPolicy(policy, batch, createRng(2).fork(`${draw}/0`));
  const rows = await predict(backend.tf, network, images);
  return rows.map((row, i) => {
    const label = labels[i] as number;
    const share = labelMix?.shares[i] ?? 0;
    const other = labels[labelMix?.partners[i] ?? i] as number;
    const loss = -(1 - share) * Math.log(row[label] as number) - share * Math.log(row[other] as number);
    return { loss, hit: row.indexOf(Math.max(...row)) === (share <= 0.5 ? label : other) ? 1 : 0 };
  });
}
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it.each(['rotate', 'mixup', 'cutmix'])('scores %s by mixed labels where labels are mixed', async (op) => {
  const before = backend.tf.memory().numTensors;
  const drawn = await oneDraw(step(op, 0.9), 0);
  const { loss, accuracy } = await judge(step(op, 0.9), 1, 'mean');
  expect(loss).toBeCloseTo(meanOf(drawn.map((each) => each.loss)), 4);
  expect(accuracy).toBeCloseTo(meanOf(drawn.map(({ hit }) => hit)), 9);
  expect(backend.tf.memory().numTensors).toBe(before);
});

it('counts the mean of all draws of an image, or the one that the network takes best', async () => {
  const policy = step('rotate', 1);
  const [first, second] = [await oneDraw(policy, 0), await oneDraw(policy, 1)];
  const losses = first.map(({ loss }, i) => [loss, second[i]?.loss as number]);
  expect((await judge(policy, 2, 'mean')).loss).toBeCloseTo(meanOf(losses.map(meanOf)), 4);
  const best = await judge(policy, 2, 'best');
  expect(best.loss).toBeCloseTo(meanOf(losses.map((pair) => Math.min(...pair))), 4);
  expect(best.accuracy).toBeCloseTo(meanOf(first.map(({ hit }, i) => Math.max(hit, second[i]?.hit as number))), 9);
});

it('leaves every weight and statistic of the network as it was', async () => {
  const weights = () => network.model.getWeights().map((weight) => [...weight.dataSync()]);
  const before = weights();
  await judge(step('rotate', 1), 3, 'best');
  expect(weights()).toEqual(before);
});
