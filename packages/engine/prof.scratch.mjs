import { costOf } from '@cambium/architectures';
import { createRng } from '@cambium/core';
import { openBackend } from '@cambium/engine';
import { openRun } from './dist/training/training-run.js';

const backend = await openBackend('wasm');
const tf = backend.tf;
const c = (id, block, attributes, inputs) => ({ id, block, attributes, inputs });
const graphs = {
  small: {
    version: 1,
    nodes: [
      c('in', 'input', { shape: [28, 28, 1] }, []),
      c('a', 'conv', { filters: 16, kernel: 3, stride: 1, activation: 'relu', norm: true }, ['in']),
      c('p1', 'max-pool', { size: 2, stride: 2 }, ['a']),
      c('b', 'separable', { filters: 32, kernel: 3, stride: 1, activation: 'relu' }, ['p1']),
      c('b2', 'separable', { filters: 32, kernel: 3, stride: 1, activation: 'relu' }, ['b']),
      c('p2', 'max-pool', { size: 2, stride: 2 }, ['b2']),
      c('c', 'conv', { filters: 32, kernel: 3, stride: 1, activation: 'relu', norm: true }, ['p2']),
      c('g', 'global-average-pool', {}, ['c']),
      c('o', 'dense', { units: 10, activation: 'none' }, ['g']),
    ],
    output: 'o',
  },
  bench: {
    version: 1,
    nodes: [
      c('in', 'input', { shape: [28, 28, 1] }, []),
      c('a', 'conv', { filters: 32, kernel: 3, stride: 1, activation: 'relu', norm: false }, ['in']),
      c('p1', 'max-pool', { size: 2, stride: 2 }, ['a']),
      c('b', 'conv', { filters: 64, kernel: 3, stride: 1, activation: 'relu', norm: false }, ['p1']),
      c('p2', 'max-pool', { size: 2, stride: 2 }, ['b']),
      c('g', 'global-average-pool', {}, ['p2']),
      c('f', 'dense', { units: 128, activation: 'relu' }, ['g']),
      c('o', 'dense', { units: 10, activation: 'none' }, ['f']),
    ],
    output: 'o',
  },
};
const cpu = () => {
  const c = process.cpuUsage();
  return (c.user + c.system) / 1e3;
};
const rng = createRng(1);
const B = 64;
const images = new Uint8Array(B * 784).map(() => rng.int(256));
const labels = new Uint8Array(B).map(() => rng.int(10));
const data = { shape: [28, 28, 1], classes: 10, train: { images, labels }, validation: { images, labels } };
const procedure = {
  optimizer: 'adam',
  learningRate: 1e-3,
  schedule: 'constant',
  warmup: 0,
  weightDecay: 0,
  momentum: 0.9,
  labelSmoothing: 0,
  mixup: 0,
  batchSize: 64,
};
for (const [name, graph] of Object.entries(graphs)) {
  if (process.argv[2] && process.argv[2] !== name) continue;
  let run;
  try {
    run = openRun({ backend, graph, data, procedure, epochs: 1, rng });
  } catch (e) {
    console.log(name, e.message.slice(0, 300));
    continue;
  }
  const cost = costOf(graph);
  const x = Float32Array.from(images, (v) => v / 255 - 0.5),
    t = new Float32Array(B * 10);
  labels.forEach((l, i) => (t[i * 10 + l] = 1));
  let s = 1;
  for (let i = 0; i < 5; i++) await run.train({ count: B, images: x, targets: t }, 1e-3, s++);
  const N = 20;
  let c0 = process.cpuUsage();
  for (let i = 0; i < N; i++) await run.train({ count: B, images: x, targets: t }, 1e-3, s++);
  let c1 = process.cpuUsage(c0);
  const ms = (c1.user + c1.system) / 1e3 / N;
  console.log(
    name,
    'MACs',
    cost.flops,
    'params',
    cost.params,
    'ms/step',
    ms.toFixed(1),
    'img/s',
    ((B / ms) * 1e3).toFixed(0),
  );
  // per kernel
  const times = new Map();
  const orig = [];
  for (const k of tf.getKernelsForBackend('wasm')) {
    orig.push(k);
    tf.unregisterKernel(k.kernelName, 'wasm');
    tf.registerKernel({
      ...k,
      kernelFunc: (a) => {
        const t0 = cpu();
        const r = k.kernelFunc(a);
        const e = times.get(k.kernelName) ?? [0, 0];
        e[0] += cpu() - t0;
        e[1]++;
        times.set(k.kernelName, e);
        return r;
      },
    });
  }
  const w0 = performance.now();
  for (let i = 0; i < N; i++) await run.train({ count: B, images: x, targets: t }, 1e-3, s++);
  const wall = (performance.now() - w0) / N;
  let sum = 0;
  for (const [k, [ms, n]] of [...times].sort((a, b) => b[1][0] - a[1][0])) {
    sum += ms / N;
    if (ms / N > 0.15) console.log('   ', k.padEnd(36), (ms / N).toFixed(2), 'ms', (n / N).toFixed(0), 'calls');
  }
  console.log('    wall', wall.toFixed(1), 'in kernels (nested double)', sum.toFixed(1));
  for (const k of orig) {
    tf.unregisterKernel(k.kernelName, 'wasm');
    tf.registerKernel(k);
  }
  run.dispose();
}
process.exit(0);
