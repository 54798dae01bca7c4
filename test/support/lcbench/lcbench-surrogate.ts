import { readFileSync } from 'node:fs';
import path from 'node:path';
import { residualNetwork } from './residual-network.js';
import { type Scale, scaled, unscaled } from './scale.js';

/** One configuration of LCBench (Zimmer, Lindauer and Hutter 2021), in the order of the surrogate's inputs. */
export interface LcbenchPoint {
  /** 1 to 52. */
  readonly epoch: number;
  readonly batch_size: number;
  readonly learning_rate: number;
  readonly momentum: number;
  readonly weight_decay: number;
  readonly num_layers: number;
  readonly max_units: number;
  readonly max_dropout: number;
}

/**
 * The surrogate's scales, which are not among its weights: the extremes of the training data, found from the golden vectors
 * to six digits. Which are logarithmic is published with the surrogate (best_params_resnet.json of yahpo_data).
 */
const inputScales: Readonly<Record<keyof LcbenchPoint, Scale>> = {
  epoch: { low: 1, high: 52, log: true },
  batch_size: { low: 16, high: 511, log: false },
  learning_rate: { low: 0.0001000903288, high: 0.09902914518, log: true },
  momentum: { low: 0.1000740428, high: 0.9822250276, log: false },
  weight_decay: { low: 4.935527026e-5, high: 0.09999801262, log: true },
  num_layers: { low: 1, high: 4, log: false },
  max_units: { low: 64, high: 1024, log: false },
  max_dropout: { low: 0.000591634, high: 0.9999273764, log: false },
};
const inputs = Object.keys(inputScales) as (keyof LcbenchPoint)[];

const outputScales = {
  time: { low: 0.001583234605, high: 46790.38657, log: false },
  val_accuracy: { low: 0, high: 99.76554654, log: true },
  val_cross_entropy: { low: 0.01819609002, high: 34.49851079, log: false },
  val_balanced_accuracy: { low: 0, high: 0.9938854885, log: true },
  test_cross_entropy: { low: 0.3263172057, high: 5.874742318, log: false },
  test_balanced_accuracy: { low: 0, high: 0.9951928783, log: true },
} satisfies Record<string, Scale>;
const outputs = Object.entries(outputScales) as [LcbenchMetric, Scale][];

/** `time` is in seconds since the start of the training; accuracies are in percent, balanced ones in [0, 1]. */
export type LcbenchMetric = keyof typeof outputScales;

export interface LcbenchSurrogate {
  /** OpenML ids. */
  readonly tasks: readonly string[];
  predict(task: string, point: LcbenchPoint): Record<LcbenchMetric, number>;
}

/**
 * YAHPO's surrogate of LCBench (Pfisterer et al. 2022): a residual network on an embedding of the task and seven
 * hyperparameters with the epoch.
 *
 * @param folder with lcbench.json and lcbench_weights.f32.
 */
export function openLcbench(folder: string): LcbenchSurrogate {
  const description = JSON.parse(readFileSync(path.join(folder, 'lcbench.json'), 'utf8')) as Description;
  const bytes = readFileSync(path.join(folder, 'lcbench_weights.f32'));
  const weights = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const tensor = (name: string) => {
    const found = description.tensors.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`lcbench.json lists no tensor ${name}`);
    return weights.subarray(found.offset, found.offset + found.shape.reduce((size, length) => size * length, 1));
  };
  const network = residualNetwork(tensor);
  const embedding = tensor('embds_fct.0.weight');
  const embedded = embedding.length / Object.keys(description.encoding).length;
  const x = new Float64Array(embedded + inputs.length);
  return {
    tasks: Object.keys(description.encoding).filter((task) => task in description.reference_val_accuracy_epoch52),
    predict(task, point) {
      const code = description.encoding[task];
      if (code === undefined) throw new Error(`LCBench has no task ${task}`);
      x.set(embedding.subarray(code * embedded, (code + 1) * embedded));
      inputs.forEach((name, i) => {
        x[embedded + i] = scaled(point[name], inputScales[name]);
      });
      const y = network(x);
      const metrics = outputs.map(([name, scale], i) => [name, unscaled(y[i] as number, scale)]);
      return Object.fromEntries(metrics) as Record<LcbenchMetric, number>;
    },
  };
}

interface Description {
  readonly encoding: Readonly<Record<string, number>>;
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[]; readonly offset: number }[];
  readonly reference_val_accuracy_epoch52: Readonly<Record<string, unknown>>;
}
