import { buildModel } from '@cambium/architectures/blocks-build';
import type { ArchitectureGraph } from '@cambium/core';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { EngineBackend } from '../backends/engine-backend.js';
import { type Spread, spreadOf } from './spread.js';

export interface LatencyOptions {
  /** Inputs per pass; 1 by default, as latency is understood: one image, answered at once. */
  readonly batchSize?: number;
  /** Least number of passes before the first that counts: kernels are compiled and memory is taken. 10 by default. */
  readonly warmUp?: number;
  /** Passes that count. 30 by default. */
  readonly runs?: number;
}

export interface Latency extends Spread {
  readonly backend: string;
  readonly device: string;
  readonly batchSize: number;
  readonly runs: number;
}

export const defaultLatencyOptions = { batchSize: 1, warmUp: 10, runs: 30 } as const;

/**
 * Least time of the warm-up. Ten passes of a small network take a millisecond, in which V8 has not compiled anything: the
 * first network of a process would look twice as slow as the next one.
 */
const warmUpMs = 100;

/**
 * Time of a forward pass in milliseconds, from the input on the device to the output back in the program: reading the
 * output is what waits for the device. It depends on the machine, and on what else runs there meanwhile.
 */
export async function measureLatency(
  backend: EngineBackend,
  model: LayersModel,
  options: LatencyOptions = {},
): Promise<Latency> {
  const { batchSize, warmUp, runs } = { ...defaultLatencyOptions, ...options };
  const inputs = inputsOf(backend, model, batchSize);
  try {
    const times: number[] = [];
    const begun = performance.now();
    for (let run = 0; times.length < runs; run++) {
      const started = performance.now();
      const output = backend.tf.tidy(() => model.apply(inputs, { training: false }) as Tensor);
      await output.data();
      const elapsed = performance.now() - started;
      output.dispose();
      if (run >= warmUp && started - begun >= warmUpMs) times.push(elapsed);
    }
    return { backend: backend.name, device: backend.device, batchSize, runs, ...spreadOf(times) };
  } finally {
    backend.tf.dispose(inputs);
  }
}

/** Of the median; a machine with nothing else to do stays below it. */
const steady = 0.2;
const mostTries = 6;

/**
 * Measures again while other work on the machine scatters the times, some times at most, and gives the lowest median: what
 * else runs can only add to it.
 */
export async function measureSteadyLatency(
  backend: EngineBackend,
  model: LayersModel,
  options: LatencyOptions = {},
): Promise<Latency> {
  let best = await measureLatency(backend, model, options);
  let last = best;
  for (let tries = 1; tries < mostTries && last.interquartileRange > steady * last.median; tries++) {
    last = await measureLatency(backend, model, { ...options, warmUp: 1 });
    if (last.median < best.median) best = last;
  }
  return best;
}

/**
 * The most bytes that the weights, the input and the tensors alive at one time take in a forward pass, as TensorFlow.js
 * counts them: without the backend's workspace.
 */
export async function measurePeakMemory(
  { tf, ...backend }: EngineBackend,
  model: LayersModel,
  { batchSize = defaultLatencyOptions.batchSize }: LatencyOptions = {},
): Promise<number> {
  const weights = model.getWeights().reduce((sum, weight) => sum + 4 * weight.size, 0);
  const before = tf.memory().numBytes;
  const inputs = inputsOf({ tf, ...backend }, model, batchSize);
  try {
    const { peakBytes, result } = await tf.profile(() =>
      tf.tidy(() => model.apply(inputs, { training: false }) as Tensor),
    );
    tf.dispose(result);
    return peakBytes - before + weights;
  } finally {
    tf.dispose(inputs);
  }
}

/** Builds a network with random weights, on which neither time nor memory depends, hands it over, and disposes of it. */
export async function withUntrained<T>(
  { tf }: EngineBackend,
  graph: ArchitectureGraph,
  use: (model: LayersModel) => Promise<T>,
): Promise<T> {
  return withModel(buildModel(tf, graph, { seed: 1 }), use);
}

/** Disposes of the model when `use` is done with it. */
export async function withModel<T>(model: LayersModel, use: (model: LayersModel) => Promise<T>): Promise<T> {
  try {
    return await use(model);
  } finally {
    model.dispose();
  }
}

function inputsOf({ tf }: EngineBackend, model: LayersModel, batchSize: number): Tensor[] {
  return model.inputs.map(({ shape }) =>
    tf.randomNormal([batchSize, ...(shape.slice(1) as number[])], 0, 1, 'float32', 1),
  );
}
