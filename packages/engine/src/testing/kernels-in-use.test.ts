import { createRng, type TrainingProcedure } from '@cambium/core';
import { expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import { loadNetwork } from '../models/model-files.js';
import { predict } from '../models/predict.js';
import type { PolicyLearning } from '../relaxed-policy/policy-search-options.js';
import { trainPolicy } from '../relaxed-policy/train-policy.js';
import { losses } from '../training/losses/loss-registry.js';
import { optimizers } from '../training/optimizers/optimizer-registry.js';
import { ruleFunctions } from '../training/optimizers/update-rule/functions.js';
import { trainClassifier } from '../training/train-classifier.js';
import { computeOp } from './compute-op.js';
import { opTable } from './op-table.js';
import { smallData, smallGraph, smallProcedure } from './small-problem.js';

/**
 * Kernels that only make values or move them without arithmetic, or whose results the tests of training compare: a wrong
 * one could not hide there.
 */
const trivial = ['Identity', 'Reshape', 'Cast', 'Fill', 'ZerosLike', 'OnesLike', 'Pack', 'ExpandDims'];

it('every kernel that building, training and predicting use is compared with a reference by the op table', async () => {
  const backend = await openBackend('wasm');
  const { tf } = backend;
  const called = new Set<string>();
  for (const kernel of tf.getKernelsForBackend('wasm')) {
    tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel({
      ...kernel,
      kernelFunc(call) {
        called.add(kernel.kernelName);
        return kernel.kernelFunc(call);
      },
    });
  }

  const procedures: Partial<TrainingProcedure>[] = [
    ...optimizers.names.map((optimizer) => ({ optimizer })),
    ...losses.names.map((loss) => ({ loss })),
    ...ruleFunctions.names.map((name) => ({
      optimizer: 'update-rule',
      updateRule: { function: name, of: { operand: 'g' } },
    })),
    {
      optimizer: 'update-rule',
      updateRule: { combine: 'subtract', left: { operand: 'rmsprop' }, right: { operand: 'gamma' } },
    },
    { samRho: 0.05, emaDecay: 0.9, clipNorm: 1, dropPath: 0.2 },
  ];
  for (const change of procedures) {
    const procedure = { ...smallProcedure, ...change };
    const options = { backend, graph: smallGraph, data: smallData, procedure, epochs: 1 };
    const result = await trainClassifier({ ...options, rng: createRng(1) });
    // Some rules diverge; what they did was computed all the same.
    if (result.kind !== 'complete') continue;
    const network = await loadNetwork(tf, result.model);
    await predict(tf, network, smallData.validation.images);
    network.model.dispose();
  }
  const learnings: PolicyLearning[] = [
    { method: 'dada', learningRate: 0.005, temperature: 0.5, candidates: 10 },
    {
      method: 'faster-autoaugment',
      learningRate: 0.001,
      temperature: 0.05,
      criticLearningRate: 0.001,
      classWeight: 0.1,
    },
  ];
  for (const learning of learnings) {
    await trainPolicy({
      backend,
      graph: smallGraph,
      data: smallData,
      procedure: smallProcedure,
      space: { ops: ['rotate', 'invert'], subPolicies: 2, depth: 1, learnsProbabilities: true, learnsMagnitudes: true },
      learning,
      policies: 1,
      epochs: 1,
      heldOutShare: 0.5,
      rng: createRng(1),
    });
  }
  const used = [...called].filter((name) => !trivial.includes(name)).sort();
  expect(used.length).toBeGreaterThan(10);

  called.clear();
  for (const op of opTable) {
    const inputs = op.inputs.map((shape) => new Float32Array(tf.util.sizeFromShape([...shape])).fill(1));
    const size = op.reference(inputs.map((values) => Float64Array.from(values))).length;
    await computeOp(tf, op, inputs, new Float32Array(size).fill(1));
  }
  expect(used.filter((name) => !called.has(name))).toEqual([]);
});
