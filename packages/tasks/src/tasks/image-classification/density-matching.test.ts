import type { Claim, JsonObject, Metrics } from '@cambium/core';
import { openBackend } from '@cambium/engine';
import { type EvaluatedTrial, evaluateTrial } from '@cambium/testkit';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { imageClassificationEvaluator } from './evaluate.js';

const settings = { dataset: 'digits', epochs: 3, trainSize: 200, validationSize: 60, training: { batchSize: 16 } };
const space: Claim['space'] = {
  hp: { lr: { type: 'float', low: 1e-4, high: 0.1, log: true } },
  aug: { dialect: 'autoaugment', ops: ['invert', 'rotate'], subPolicies: 1, depth: 1 },
};
const policy = (op: string, probability: number, magnitude = 0) => ({
  'hp.lr': 0.01,
  'aug.0.0.op': op,
  'aug.0.0.probability': probability,
  'aug.0.0.magnitude': magnitude,
});
const none = policy('invert', 0);

async function evaluate(
  claim: Partial<Claim>,
  { stored = {}, densityMatching = {} }: { stored?: Record<string, Uint8Array>; densityMatching?: JsonObject } = {},
): Promise<EvaluatedTrial> {
  return evaluateTrial({
    evaluator: imageClassificationEvaluator,
    environment: { dataDir: 'no-such-folder', backend: 'wasm' },
    claim: {
      params: none,
      task: { name: 'image-classification', settings: { ...settings, densityMatching } },
      space,
      context: { inputShape: [8, 8, 1], classes: 10 },
      ...claim,
    },
    stored,
  });
}

const lastOf = ({ reports }: EvaluatedTrial): Metrics => reports.at(-1)?.metrics ?? {};
const heldOut = ({ held_out_loss, held_out_accuracy }: Metrics) => [held_out_loss, held_out_accuracy];

let fold: EvaluatedTrial;
let network: Uint8Array;
beforeAll(async () => {
  fold = await evaluate({ mode: 'fold', number: 4 });
  network = fold.files.get('checkpoint/fold-3') as Uint8Array;
}, 20_000);

/** Goes on from the fold under another number. */
const judge = async (params: Claim['params'], densityMatching: JsonObject = {}, claim: Partial<Claim> = {}) => {
  const resumeFrom = { digest: 'sha256:fold', step: 3 };
  const stored = { 'sha256:fold': network };
  return evaluate({ mode: 'density-matching', number: 9, resumeFrom, params, ...claim }, { stored, densityMatching });
};

describe('a fold', () => {
  it('is scored on its held-out images alone, and leaves its network to go on from', () => {
    expect(fold.reports.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(Object.keys(lastOf(fold)).sort()).toEqual(
      ['epoch_seconds', 'held_out_accuracy', 'held_out_loss', 'images_per_second', 'train_loss'].sort(),
    );
    expect(lastOf(fold)['held_out_accuracy']).toBeGreaterThan(0.3);
    expect([...fold.files.keys()]).toEqual(['checkpoint/fold-3']);
    const artifacts = [expect.objectContaining({ kind: 'checkpoint' })];
    expect(fold.outcome).toMatchObject({ kind: 'complete', artifacts, metrics: lastOf(fold) });
  });

  it('is trained without the policy of its params', async () => {
    const other = await evaluate({ mode: 'fold', number: 4, params: policy('invert', 1) });
    expect(heldOut(lastOf(other))).toEqual(heldOut(lastOf(fold)));
    expect(heldOut(lastOf(await evaluate({ mode: 'fold', number: 5 })))).not.toEqual(heldOut(lastOf(fold)));
  }, 20_000);
});

describe('density matching', () => {
  it('judges by the fold’s own network and held-out images, and changes neither', async () => {
    await judge(policy('invert', 1));
    const { outcome, reports, files } = await judge(none);
    expect(reports).toHaveLength(1);
    const [loss, accuracy] = heldOut(reports[0]?.metrics ?? {});
    expect(accuracy).toBe(lastOf(fold)['held_out_accuracy']);
    expect(loss).toBeCloseTo(lastOf(fold)['held_out_loss'] as number, 5);
    expect(outcome).toMatchObject({ kind: 'complete', artifacts: [] });
    expect(files.size).toBe(0);
  }, 20_000);

  it('tells policies apart: what shows the network something else costs more', async () => {
    const lossOf = async (params: Claim['params'], options: JsonObject) =>
      lastOf(await judge(params, options))['held_out_loss'] as number;
    const mean = { across: 'mean', draws: 4 };
    const [untouched, turned, inverted] = [
      await lossOf(none, mean),
      await lossOf(policy('rotate', 1, 1), mean),
      await lossOf(policy('invert', 1), mean),
    ];
    expect(turned).toBeGreaterThan(untouched);
    expect(inverted).toBeGreaterThan(turned);
    // Of four draws that turn an image half of the time, the best is often an untouched one.
    const often = policy('rotate', 0.5, 1);
    expect(await lossOf(often, { across: 'best', draws: 4 })).toBeLessThan(await lossOf(often, mean));
  }, 20_000);

  it('gives the same numbers again for the same trial, others for another', async () => {
    const turned = policy('rotate', 0.5, 1);
    const [first, again, other] = [await judge(turned), await judge(turned), await judge(turned, {}, { number: 10 })];
    expect(heldOut(lastOf(again))).toEqual(heldOut(lastOf(first)));
    expect(heldOut(lastOf(other))).not.toEqual(heldOut(lastOf(first)));
  }, 20_000);

  it('judges by no more images than are asked for', async () => {
    const accuracy = lastOf(await judge(none, { images: 7 }))['held_out_accuracy'] as number;
    expect(accuracy * 7).toBeCloseTo(Math.round(accuracy * 7), 9);
  }, 20_000);

  it('refuses what is no fold, and a space without policies', async () => {
    const refused = async (trial: Promise<EvaluatedTrial>) => {
      const { outcome } = await trial;
      return outcome.kind === 'failed' ? outcome.failure.message : outcome.kind;
    };
    expect(await refused(evaluate({ mode: 'density-matching' }))).toContain('needs a fold to go on from');
    const { files } = await evaluate({ fidelity: 1 });
    const stored = { 'sha256:fold': files.get('checkpoint/epoch-1') as Uint8Array };
    const resumeFrom = { digest: 'sha256:fold', step: 1 };
    expect(await refused(evaluate({ mode: 'density-matching', resumeFrom }, { stored }))).toContain(
      'no network of a fold',
    );
    const plain = { space: { hp: space.hp ?? {} }, params: { 'hp.lr': 0.01 } };
    expect(await refused(judge(none, {}, plain))).toContain('needs an aug branch');
  }, 20_000);

  it('leaves no tensor behind, nor when it is cancelled', async () => {
    const { tf } = await openBackend('wasm');
    await judge(none);
    const before = tf.memory().numTensors;
    await judge(policy('rotate', 1, 1));
    await evaluate({ mode: 'fold' });
    const cancelled = await evaluateTrial({
      evaluator: imageClassificationEvaluator,
      environment: { dataDir: 'no-such-folder', backend: 'wasm' },
      decide: () => 'cancel',
      claim: {
        mode: 'density-matching',
        params: none,
        resumeFrom: { digest: 'sha256:fold', step: 3 },
        task: { name: 'image-classification', settings },
        space,
        context: { inputShape: [8, 8, 1], classes: 10 },
      },
      stored: { 'sha256:fold': network },
    });
    expect(cancelled.outcome).toEqual({ kind: 'cancelled' });
    expect(tf.memory().numTensors).toBe(before);
  }, 20_000);
});
