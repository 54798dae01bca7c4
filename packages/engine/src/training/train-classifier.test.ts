import { type AugmentationPolicy, CambiumError, createRng, type Metrics, type TrainingProcedure } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { evaluateClassifier } from '../models/evaluate-classifier.js';
import { loadNetwork } from '../models/model-files.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import { decodeCheckpoint } from './checkpoint.js';
import { optimizers } from './optimizers/optimizer-registry.js';
import { trainClassifier } from './train-classifier.js';
import type { TrainedClassifier, TrainingOptions, TrainingResult } from './training-options.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

const augmentation: AugmentationPolicy = { kind: 'random-subset', ops: ['brightness'], count: 1, magnitude: 0.2 };

function options(change: Partial<TrainingOptions> = {}): TrainingOptions {
  return {
    backend,
    graph: smallGraph,
    data: smallData,
    procedure: smallProcedure,
    augmentation,
    epochs: 2,
    rng: createRng(1),
    ...change,
  };
}

/** Trains and checks that no tensor is left. */
async function train(change: Partial<TrainingOptions> = {}): Promise<TrainingResult> {
  const before = backend.tf.memory().numTensors;
  const result = await trainClassifier(options(change));
  expect(backend.tf.memory().numTensors).toBe(before);
  return result;
}

function trained(result: TrainingResult): TrainedClassifier {
  if (result.kind !== 'complete' && result.kind !== 'stopped') throw new Error(`it ${result.kind}`);
  return result;
}

describe('trainClassifier', () => {
  it('learns', async () => {
    const result = trained(await train({ epochs: 10, procedure: { ...smallProcedure, mixup: 0 } }));
    expect(result.metrics['val_accuracy']).toBeGreaterThan(0.9);
  });

  it('gives the same weights for the same seed, others for another', async () => {
    const [first, again, other] = [await train(), await train(), await train({ rng: createRng(2) })].map(trained);
    expect(Buffer.compare(first!.checkpoint, again!.checkpoint)).toBe(0);
    expect(Buffer.compare(first!.model['weights.bin'], other!.model['weights.bin'])).not.toBe(0);
  });

  it('reports each epoch in order and obeys stop', async () => {
    const reports: [number, Metrics][] = [];
    const result = await train({
      epochs: 5,
      onEpoch: async (step, metrics) => {
        reports.push([step, metrics]);
        return step === 2 ? 'stop' : 'continue';
      },
    });
    expect(result.kind).toBe('stopped');
    expect(reports.map(([step]) => step)).toEqual([1, 2]);
    expect(Object.keys(reports[0]![1]).sort()).toEqual(['train_loss', 'val_accuracy', 'val_loss']);
    expect(trained(result).metrics).toEqual(reports[1]![1]);
  });

  it('is cancelled by the answer cancel', async () => {
    expect(await train({ onEpoch: async () => 'cancel' })).toEqual({ kind: 'cancelled', epochs: 1 });
  });

  it('is cancelled within a step of an abort that arrives as a message', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const started = performance.now();
    // Thousands of epochs would take minutes.
    const result = await train({ epochs: 5000, signal: controller.signal });
    expect(result.kind).toBe('cancelled');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(['focal', 'poly'])('learns by the loss %s and is still judged by cross-entropy', async (loss) => {
    const procedure = { ...smallProcedure, mixup: 0, loss };
    const { metrics } = trained(await train({ epochs: 6, procedure }));
    expect(metrics['val_accuracy']).toBeGreaterThan(0.8);
    expect(metrics['val_loss']).toBeLessThan(Math.log(3));
  });

  it('refuses the optimizer update-rule without a rule, and a rule of unknown names', async () => {
    const { updateRule: _, ...bare } = smallProcedure;
    const without = { ...bare, optimizer: 'update-rule' };
    await expect(train({ procedure: without })).rejects.toThrow('needs procedure.updateRule');
    await expect(train({ procedure: { ...without, updateRule: { operand: 'gg' } } })).rejects.toThrow('"gg"');
  });

  it('says diverged when the loss is no number', async () => {
    const procedure = { ...smallProcedure, optimizer: 'sgd', learningRate: 1e20, schedule: 'constant', warmup: 0 };
    expect(await train({ procedure })).toMatchObject({ kind: 'diverged' });
  });

  it('names every wrong field', async () => {
    const procedure = { ...smallProcedure, optimizer: 'adamm', batchSize: 0 };
    const failed = await train({ procedure, epochs: 0 }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CambiumError);
    expect((failed as CambiumError).issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'epochs',
      'procedure.batchSize',
      'procedure.optimizer',
    ]);
  });
});

describe('resume', () => {
  it.each(optimizers.names)('after one epoch with %s equals two epochs, bit for bit', async (optimizer) => {
    const procedure = { ...smallProcedure, optimizer };
    const whole = trained(await train({ procedure }));
    const first = trained(await train({ procedure, epochs: 1, scheduleEpochs: 2 }));
    const second = trained(await train({ procedure, resume: first.checkpoint }));
    expect(Buffer.compare(second.checkpoint, whole.checkpoint)).toBe(0);
    expect(second.metrics).toEqual(whole.metrics);
  });

  it.each<Partial<TrainingProcedure>>([
    { schedule: 'cosine-restarts', clipNorm: 0.5 },
    { samRho: 0.05, loss: 'focal' },
    { emaDecay: 0.95, dropPath: 0.3 },
    { emaDecay: 0.95, samRho: 0.1, dropPath: 0.2 },
  ])('with %j equals two epochs, bit for bit, and another model than without', async (change) => {
    const procedure = { ...smallProcedure, ...change };
    const whole = trained(await train({ procedure }));
    const first = trained(await train({ procedure, epochs: 1, scheduleEpochs: 2 }));
    const second = trained(await train({ procedure, resume: first.checkpoint }));
    expect(Buffer.compare(second.checkpoint, whole.checkpoint)).toBe(0);
    expect(Buffer.compare(second.model['weights.bin'], whole.model['weights.bin'])).toBe(0);
    expect(second.metrics).toEqual(whole.metrics);
    const without = trained(await train());
    expect(Buffer.compare(without.model['weights.bin'], whole.model['weights.bin'])).not.toBe(0);
  });

  it('is the same training where everything that is optional is off', async () => {
    const off = { clipNorm: 0, samRho: 0, emaDecay: 0, dropPath: 0, loss: 'cross-entropy', beta1: 0.9, epsilon: 1e-8 };
    const [bare, said] = [await train(), await train({ procedure: { ...smallProcedure, ...off } })].map(trained);
    expect(Buffer.compare(said!.checkpoint, bare!.checkpoint)).toBe(0);
  });

  it('saves and validates the mean of the weights while training goes on from the weights', async () => {
    const procedure = { ...smallProcedure, emaDecay: 0.95 };
    const [last, mean] = [await train(), await train({ procedure })].map(trained);
    const weightsOf = ({ checkpoint }: TrainedClassifier) => decodeCheckpoint(checkpoint).weights;
    expect(weightsOf(mean!)).toEqual(weightsOf(last!));
    expect(Buffer.compare(mean!.model['weights.bin'], last!.model['weights.bin'])).not.toBe(0);
    expect(mean!.metrics['train_loss']).toBe(last!.metrics['train_loss']);
    expect(mean!.metrics['val_loss']).not.toBe(last!.metrics['val_loss']);
    const network = await loadNetwork(backend.tf, mean!.model);
    const { loss } = await evaluateClassifier(backend.tf, network, smallData.validation);
    network.model.dispose();
    expect(loss).toBeCloseTo(mean!.metrics['val_loss'] as number, 5);
  });

  it('begins a mean at the weights of a checkpoint that has none, and forgets one that nobody asks for', async () => {
    const plain = trained(await train({ epochs: 1, scheduleEpochs: 2 }));
    const procedure = { ...smallProcedure, emaDecay: 0.95 };
    const averaged = trained(await train({ procedure, resume: plain.checkpoint }));
    expect(decodeCheckpoint(averaged.checkpoint).average).toBeDefined();
    const first = trained(await train({ procedure, epochs: 1, scheduleEpochs: 2 }));
    const back = trained(await train({ resume: first.checkpoint }));
    expect(Buffer.compare(back.checkpoint, trained(await train()).checkpoint)).toBe(0);
  });

  it('goes on from a checkpoint taken in the middle', async () => {
    let checkpoint: Uint8Array | undefined;
    const whole = trained(
      await train({
        onEpoch: async (step, _, run) => {
          if (step === 1) checkpoint = await run.checkpoint();
          return 'continue';
        },
      }),
    );
    const resumed = trained(await train({ resume: checkpoint as Uint8Array }));
    expect(Buffer.compare(resumed.checkpoint, whole.checkpoint)).toBe(0);
  });

  it('goes on with another procedure and dropout: from the weights, with a fresh state where the optimizer is another', async () => {
    const first = trained(await train({ procedure: smallProcedure, epochs: 1, scheduleEpochs: 2 }));
    const nodes = smallGraph.nodes.map((node) => (node.id === 'drop' ? { ...node, attributes: { rate: 0.5 } } : node));
    const graph = { ...smallGraph, nodes };
    const goOn = async (change: Partial<TrainingProcedure>) =>
      trained(await train({ graph, procedure: { ...smallProcedure, ...change }, resume: first.checkpoint }));
    const firstKernel = ({ checkpoint }: TrainedClassifier) => decodeCheckpoint(checkpoint).weights[0] ?? [];
    const furthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Math.max(...Array.from(a, (weight, i) => Math.abs(weight - (b[i] ?? Number.NaN))));
    const before = firstKernel(first);
    // Nothing is learnt at a rate of almost 0: the weights are still those of the checkpoint.
    const batchSize = 2 * smallProcedure.batchSize;
    const still = await goOn({ optimizer: 'adam', learningRate: 1e-12, weightDecay: 0, batchSize });
    expect(furthest(firstKernel(still), before)).toBeLessThan(1e-6);
    expect(furthest(firstKernel(await goOn({})), before)).toBeGreaterThan(1e-3);
  });

  it('refuses a checkpoint of another run, one cut short and other bytes', async () => {
    const { checkpoint } = trained(await train({ epochs: 1 }));
    await expect(train({ resume: checkpoint })).rejects.toThrow('another run');
    await expect(train({ epochs: 1, resume: checkpoint.subarray(0, checkpoint.length - 4) })).rejects.toThrow(
      'cut short',
    );
    await expect(train({ resume: new Uint8Array(100) })).rejects.toThrow('no checkpoint');
  });
});
