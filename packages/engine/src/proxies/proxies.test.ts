import { buildModel } from '@cambium/architectures/blocks-build';
import { type ArchitectureGraph, createRng, type JsonObject } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LayersModel, Tensor, Tensor2D } from '@tensorflow/tfjs';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallData, smallGraph } from '../testing/small-problem.js';
import { lossGradients } from './loss-gradients.js';
import { measureProxies } from './measure-proxies.js';
import { proxies } from './proxy-registry.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

type Layer = readonly [block: string, attributes: JsonObject];

/** A chain from an image of `shape`. */
function chain(shape: readonly number[], ...layers: readonly Layer[]): ArchitectureGraph {
  const all: readonly Layer[] = [['input', { shape: [...shape] }], ...layers];
  return {
    version: 1,
    nodes: all.map(([block, attributes], i) => ({
      id: `n${i}`,
      block,
      attributes,
      inputs: i === 0 ? [] : [`n${i - 1}`],
    })),
    output: `n${all.length - 1}`,
  };
}

/** From a 1×1 image of three channels to two classes, by way of `hidden` units. */
const dense = (...hidden: readonly number[]) =>
  chain(
    [1, 1, 3],
    ['global-average-pool', {}],
    ...hidden.map((units): Layer => ['dense', { units, activation: 'relu' }]),
    ['dense', { units: 2, activation: 'none' }],
  );
const pixels = [
  [1, 0.5, -1],
  [-0.3, 2, 0.7],
  [0.9, -1.1, 0.2],
];
const labels = [0, 1, 1];

/** Measures on the pixels, with kernels if they are given: for each layer rows of inputs. */
async function measure(name: string, graph: ArchitectureGraph, kernels: readonly (readonly number[][])[] = []) {
  const { tf } = backend;
  const model = buildModel(tf, graph, { seed: 1 });
  const places = model.trainableWeights.filter(({ shape }) => shape.length > 1);
  kernels.forEach((kernel, i) => {
    const value = tf.tensor(kernel.flat(), places[i]?.shape as number[]);
    places[i]?.write(value);
    value.dispose();
  });
  const problem = {
    tf,
    model,
    images: tf.tensor4d(pixels.flat(), [3, 1, 1, 3]),
    targets: tf.oneHot(tf.tensor1d(labels, 'int32'), 2).toFloat() as Tensor2D,
  };
  const before = await weightsOf(model);
  const score = await proxies.get(name).measure({ ...problem, gradients: () => lossGradients(problem) });
  expect(await weightsOf(model)).toEqual(before);
  for (const tensor of [problem.images, problem.targets]) tensor.dispose();
  model.dispose();
  return score;
}

async function weightsOf(model: LayersModel): Promise<number[][]> {
  return Promise.all(model.trainableWeights.map(async (weight) => [...(await (weight.read() as Tensor).data())]));
}

const times = (row: readonly number[], kernel: readonly number[][]) =>
  (kernel[0] ?? []).map((_, output) => row.reduce((sum, value, i) => sum + value * (kernel[i]?.[output] ?? 0), 0));

/** By Laplace's expansion. */
function determinant(matrix: readonly number[][]): number {
  const [first = [], ...rest] = matrix;
  if (rest.length === 0) return first[0] ?? Number.NaN;
  return first.reduce((sum, value, column) => {
    const minor = rest.map((row) => row.filter((_, other) => other !== column));
    return sum + (column % 2 === 0 ? 1 : -1) * value * determinant(minor);
  }, 0);
}

const first = [
  [0.5, -1, 0.2, 1],
  [-0.4, 0.3, 0.8, -0.6],
  [1.2, 0.1, -0.7, 0.4],
];
const second = [
  [1, -0.5],
  [0.3, 0.6],
  [-0.9, 0.2],
  [0.4, 1.1],
];
const absolute = (kernel: readonly number[][]) => kernel.map((row) => row.map(Math.abs));

describe('synflow', () => {
  it('is, of a chain, the flow times the number of layers', async () => {
    const flow = times(times([1, 1, 1], absolute(first)), absolute(second)).reduce((sum, value) => sum + value, 0);
    expect(await measure('synflow', dense(4), [first, second])).toBeCloseTo(Math.log10(2 * flow), 5);
  });

  it('passes batch norm by', async () => {
    const conv = chain(
      [1, 1, 3],
      ['conv', { filters: 4, kernel: 1, stride: 1, activation: 'relu', norm: true }],
      ['global-average-pool', {}],
      ['dense', { units: 2, activation: 'none' }],
    );
    expect(await measure('synflow', conv, [first, second])).toBeCloseTo(
      await measure('synflow', dense(4), [first, second]),
      5,
    );
  });

  it('is finite where float32 overflows: 10⁷⁶ through 4 layers', async () => {
    const large = (kernel: readonly number[][]) => kernel.map((row) => row.map((value) => value * 1e19));
    const square = first.slice(0, 3).map((row) => row.slice(0, 3));
    const kernels = [square, square, first, second];
    const plain = await measure('synflow', dense(3, 3, 4), kernels);
    expect(await measure('synflow', dense(3, 3, 4), kernels.map(large))).toBeCloseTo(plain + 76, 4);
  });
});

describe('naswot', () => {
  it('is the log-determinant of how often images agree', async () => {
    const codes = pixels.map((row) => times(row, first).map((value) => (value > 0 ? 1 : 0)));
    const agreements = codes.map((a) => codes.map((b) => a.filter((on, i) => on === b[i]).length));
    expect(determinant(agreements)).toBeGreaterThan(0);
    expect(await measure('naswot', dense(4), [first, second])).toBeCloseTo(Math.log(determinant(agreements)), 6);
  });

  it('is −Infinity where images have the same code, and where there is no ReLU', async () => {
    const zero = first.map((row) => row.map(() => 0));
    expect(await measure('naswot', dense(4), [zero, second])).toBe(Number.NEGATIVE_INFINITY);
    expect(await measure('naswot', dense())).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('jacob_cov', () => {
  it('is lowest where the network is linear: the gradients are the same', async () => {
    const [count, k] = [3, 1e-5];
    const expected = -(Math.log(count + k) + 1 / (count + k) + (count - 1) * (Math.log(k) + 1 / k));
    // To the digits that float32 leaves of 1 − 1.
    expect((await measure('jacob_cov', dense())) / expected).toBeCloseTo(1, 3);
  });

  it('is what the correlations of the gradients give', async () => {
    const gradients = pixels.map((row) => {
      const on = times(row, first).map((value) => (value > 0 ? 1 : 0));
      return first.map((weights) =>
        weights.reduce(
          (sum, weight, i) => sum + weight * (on[i] ?? 0) * ((second[i]?.[0] ?? 0) + (second[i]?.[1] ?? 0)),
          0,
        ),
      );
    });
    const unit = gradients.map((row) => {
      const mean = row.reduce((sum, value) => sum + value / 3, 0);
      const length = Math.hypot(...row.map((value) => value - mean));
      return row.map((value) => (value - mean) / length);
    });
    const matrix = unit.map((a, i) =>
      unit.map((b, j) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), i === j ? 1e-5 : 0)),
    );
    const cofactor = (i: number) =>
      determinant(matrix.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== i)));
    const trace = [0, 1, 2].reduce((sum, i) => sum + cofactor(i), 0) / determinant(matrix);
    const expected = -(Math.log(determinant(matrix)) + trace);
    expect((await measure('jacob_cov', dense(4), [first, second])) / expected).toBeCloseTo(1, 3);
  });

  it('is no number where the outputs ignore the image', async () => {
    const zero = first.map((row) => row.map(() => 0));
    expect(await measure('jacob_cov', dense(4), [zero, second])).toBeNaN();
  });
});

describe('snip, grad_norm and grasp of a softmax regression', () => {
  const kernel = [
    [0.5, -1],
    [-0.4, 0.3],
    [1.2, 0.1],
  ];
  const count = pixels.length;
  const probabilities = pixels.map((row) => {
    const powers = times(row, kernel).map(Math.exp);
    return powers.map((power) => power / powers.reduce((sum, other) => sum + other, 0));
  });
  /** By the weight of each input and class. */
  const gradient = kernel.map((weights, input) =>
    weights.map((_, output) =>
      pixels.reduce((sum, row, n) => {
        const error = (probabilities[n]?.[output] ?? 0) - (labels[n] === output ? 1 : 0);
        return sum + (error * (row[input] ?? 0)) / count;
      }, 0),
    ),
  );

  it('snip is Σ |weight · gradient|', async () => {
    const expected = kernel.flat().reduce((sum, weight, i) => sum + Math.abs(weight * (gradient.flat()[i] ?? 0)), 0);
    expect(await measure('snip', dense(), [kernel])).toBeCloseTo(expected, 6);
  });

  it('grad_norm is the norm of the gradient', async () => {
    expect(await measure('grad_norm', dense(), [kernel])).toBeCloseTo(Math.hypot(...gradient.flat()), 6);
  });

  it('grasp is −Σ weight · (Hessian · gradient), to 1e-3', async () => {
    // The logits that a step along the gradient gives, through the softmax's derivative.
    const product = pixels.reduce((sum, row, n) => {
      const p = probabilities[n] ?? [];
      const [along, logits] = [times(row, gradient), times(row, kernel)];
      const mean = p.reduce((total, share, i) => total + share * (along[i] ?? 0), 0);
      return (
        sum + p.reduce((total, share, i) => total + share * ((along[i] ?? 0) - mean) * (logits[i] ?? 0), 0) / count
      );
    }, 0);
    expect((await measure('grasp', dense(), [kernel])) / -product).toBeCloseTo(1, 3);
  });
});

describe('measureProxies', () => {
  const options = () => ({ backend, data: smallData, batch: 32, weights: createRng(1), images: createRng(2) });

  it('scores a network with every kind of block, the same every time, and leaves no tensor behind', async () => {
    const once = () => measureProxies({ ...options(), graph: smallGraph, names: proxies.names });
    const scores = await once();
    const before = backend.tf.memory().numTensors;
    expect(await once()).toEqual(scores);
    expect(backend.tf.memory().numTensors).toBe(before);
    for (const name of proxies.names) expect(scores[name]).toEqual(expect.any(Number));
    expect(Object.values(scores).every(Number.isFinite)).toBe(true);
  });

  it('scores with other weights and other images differently', async () => {
    const names = ['snip'];
    const score = async (change: object) =>
      (await measureProxies({ ...options(), graph: smallGraph, names, ...change }))['snip'];
    const usual = await score({});
    expect(await score({ weights: createRng(3) })).not.toBe(usual);
    expect(await score({ images: createRng(3) })).not.toBe(usual);
  });

  it('gives no score to a network that answers all images alike', async () => {
    const { images, labels } = smallData.train;
    const same = Uint8Array.from(images, (_, i) => images[i % 64] ?? 0);
    const data = { ...smallData, train: { images: same, labels } };
    const scores = await measureProxies({ ...options(), data, graph: smallGraph, names: proxies.names });
    expect(scores).toEqual(Object.fromEntries(proxies.names.map((name) => [name, Number.NaN])));
  });

  it('gives wider networks a higher synflow, whatever the images', async () => {
    const conv = (filters: number) =>
      chain(
        [8, 8, 1],
        ['conv', { filters, kernel: 3, stride: 1, activation: 'relu', norm: true }],
        ['conv', { filters, kernel: 3, stride: 1, activation: 'relu', norm: true }],
        ['global-average-pool', {}],
        ['dense', { units: 3, activation: 'none' }],
      );
    const score = async (filters: number, images = createRng(2)) =>
      (await measureProxies({ ...options(), graph: conv(filters), names: ['synflow'], images }))['synflow'] ?? 0;
    expect(await score(16)).toBeGreaterThan(await score(4));
    expect(await score(4, createRng(5))).toBe(await score(4));
  });
});
