import { createRng } from '@cambium/core';
import { openBackend } from '../backends/open-backend.js';
import { flatWeights } from '../training/flat-weights.js';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';
import { optimizers } from '../training/optimizers/optimizer-registry.js';
import { trainStep } from '../training/train-step.js';
import { trainableVariables } from '../training/trainable-variables.js';
import { prepareLayers } from '../training/training-layers.js';
import { weightUpdater } from '../training/weight-updater.js';
import { batchSize, benchNetwork, classes } from './bench-network.js';

/** Steps before the clock starts: code is compiled, memory has its size. */
const warmUp = 8;

const [, , name = 'wasm', steps = '30'] = process.argv;
const { tf, device } = await openBackend(name);
const model = benchNetwork(tf);
prepareLayers(tf, model, { seed: 1, place: { step: 0 } });
const flat = flatWeights(tf, trainableVariables(model));
const adam = optimizers.get('adam');
const updater = weightUpdater(tf, flat, { optimizer: adam, settings: { momentum: 0 }, weightDecay: 0, seed: 1 });
const rng = createRng(1);
const images = Float32Array.from({ length: batchSize * 784 }, () => rng.normal());
const targets = new Float32Array(batchSize * classes);
for (let i = 0; i < batchSize; i++) targets[i * classes + rng.int(classes)] = 1;
const batch = { count: batchSize, images, targets };
const parts = { model, flat, updater, loss: softCrossEntropy };
const run = (step: number) => trainStep(tf, parts, batch, { learningRate: 1e-3, step });

for (let step = 1; step <= warmUp; step++) await run(step);
const cpu = process.cpuUsage();
const start = performance.now();
for (let step = 1; step <= Number(steps); step++) await run(warmUp + step);
const wallMs = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const measured = { device, steps: Number(steps), wallMs, cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
