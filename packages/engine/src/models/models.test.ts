import { createRng } from '@cambium/core';
import { beforeAll, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import { trainClassifier } from '../training/train-classifier.js';
import type { TrainedClassifier } from '../training/training-options.js';
import { evaluateClassifier } from './evaluate-classifier.js';
import { loadNetwork } from './model-files.js';
import { predict } from './predict.js';

let backend: EngineBackend;
let trained: TrainedClassifier;
beforeAll(async () => {
  backend = await openBackend('wasm');
  const options = { backend, graph: smallGraph, data: smallData, procedure: smallProcedure, epochs: 3 };
  const result = await trainClassifier({ ...options, rng: createRng(4) });
  if (result.kind !== 'complete') throw new Error(result.kind);
  trained = result;
});

it('a saved network scores exactly as it did in training', async () => {
  const before = backend.tf.memory().numTensors;
  const network = await loadNetwork(backend.tf, trained.model);
  const { loss, accuracy } = await evaluateClassifier(backend.tf, network, smallData.validation);
  network.model.dispose();
  expect({ val_loss: loss, val_accuracy: accuracy }).toEqual({
    val_loss: trained.metrics['val_loss'],
    val_accuracy: trained.metrics['val_accuracy'],
  });
  expect(backend.tf.memory().numTensors).toBe(before);
});

it('predicts probabilities, whose best class gives the accuracy', async () => {
  const network = await loadNetwork(backend.tf, trained.model);
  const rows = await predict(backend.tf, network, smallData.validation.images);
  network.model.dispose();
  for (const row of rows) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  const correct = rows.filter((row, i) => row.indexOf(Math.max(...row)) === smallData.validation.labels[i]).length;
  expect(correct / rows.length).toBe(trained.metrics['val_accuracy']);
});

it('a network that says the same of every class predicts the first one', async () => {
  const network = await loadNetwork(backend.tf, trained.model);
  backend.tf.tidy(() => {
    network.model.setWeights(network.model.getWeights().map((weight) => backend.tf.zerosLike(weight)));
  });
  const { loss, accuracy } = await evaluateClassifier(backend.tf, network, smallData.validation);
  network.model.dispose();
  const { labels } = smallData.validation;
  expect(accuracy).toBe(labels.filter((label) => label === 0).length / labels.length);
  expect(loss).toBeCloseTo(Math.log(3));
});

it('refuses a model that Cambium did not save', async () => {
  const files = { ...trained.model, 'model.json': new TextEncoder().encode('{"modelTopology":{}}') };
  await expect(loadNetwork(backend.tf, files)).rejects.toThrow('not saved by Cambium');
});
