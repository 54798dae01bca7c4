import type { LayersModel, layers, Tensor, Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

interface LayerWeight {
  read(): Tensor;
  write(value: Tensor): unknown;
}

/** The fields of TensorFlow.js's batch norm layer; its class is not exported. */
interface BatchNormLayer extends layers.Layer {
  readonly epsilon: number;
  readonly gamma: LayerWeight;
  readonly beta: LayerWeight;
  readonly movingMean: LayerWeight;
  readonly movingVariance: LayerWeight;
}

/** The batch norms of a supernet. They normalise by the batch that they see, unless recorded statistics are in use. */
export interface NormLayers {
  /** Whether a variable is a γ or β. */
  owns(variable: Variable): boolean;
  /**
   * Takes the mean of the means and of the variances of all batches that `pass` runs as the statistics to normalise by:
   * those before are forgotten (Guo et al. 2020, 3.3). A layer that no batch goes through keeps its own.
   */
  record(pass: () => Promise<void>): Promise<void>;
  /** Normalises by the recorded statistics until `work` ends. */
  withRecorded<T>(work: () => Promise<T>): Promise<T>;
}

/** Sums over the batches so far. */
interface Sums {
  readonly count: number;
  readonly mean: Tensor1D;
  readonly variance: Tensor1D;
}

export function normLayers(tf: TensorFlow, models: readonly LayersModel[]): NormLayers {
  const norms = models.flatMap((model) => model.layers).filter(isBatchNorm);
  const owned = new Set(norms.flatMap(({ gamma, beta }) => [gamma.read().id, beta.read().id]));
  const fused = tf.getKernel('BatchNormTraining', tf.getBackend()) !== undefined;
  let sums: Map<BatchNormLayer, Sums> | undefined;
  let recorded = false;

  function normaliseByBatch(layer: BatchNormLayer, x: Tensor): Tensor {
    const scale = layer.gamma.read() as Tensor1D;
    const offset = layer.beta.read() as Tensor1D;
    const { epsilon } = layer;
    if (fused) {
      const outputs = tf.engine().runKernel('BatchNormTraining', { x, scale, offset }, { epsilon });
      const [y, mean, variance] = outputs as [Tensor, Tensor1D, Tensor1D];
      add(layer, mean, variance);
      return y;
    }
    const axes = Array.from({ length: x.rank - 1 }, (_, axis) => axis);
    const { mean, variance } = tf.moments(x, axes) as { mean: Tensor1D; variance: Tensor1D };
    add(layer, mean, variance);
    return tf.batchNorm(x, mean, variance, offset, scale, epsilon);
  }

  function add(layer: BatchNormLayer, mean: Tensor1D, variance: Tensor1D): void {
    if (sums === undefined) return;
    const before = sums.get(layer);
    const plus = (sum: Tensor1D | undefined, value: Tensor1D) =>
      tf.keep(sum === undefined ? tf.clone(value) : tf.add(sum, value)) as Tensor1D;
    sums.set(layer, {
      count: (before?.count ?? 0) + 1,
      mean: plus(before?.mean, mean),
      variance: plus(before?.variance, variance),
    });
    if (before !== undefined) tf.dispose([before.mean, before.variance]);
  }

  function normaliseByRecorded(
    { gamma, beta, movingMean, movingVariance, epsilon }: BatchNormLayer,
    x: Tensor,
  ): Tensor {
    const [mean, variance, offset, scale] = [movingMean, movingVariance, beta, gamma].map(
      (weight) => weight.read() as Tensor1D,
    ) as [Tensor1D, Tensor1D, Tensor1D, Tensor1D];
    return tf.batchNorm(x, mean, variance, offset, scale, epsilon);
  }

  for (const layer of norms) {
    layer.call = (inputs) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      return tf.tidy(() => (recorded ? normaliseByRecorded(layer, x) : normaliseByBatch(layer, x)));
    };
  }
  return {
    owns: ({ id }) => owned.has(id),
    async record(pass) {
      const found = new Map<BatchNormLayer, Sums>();
      sums = found;
      try {
        await pass();
        tf.tidy(() => {
          for (const [layer, { count, mean, variance }] of found) {
            layer.movingMean.write(tf.div(mean, count));
            layer.movingVariance.write(tf.div(variance, count));
          }
        });
      } finally {
        sums = undefined;
        for (const { mean, variance } of found.values()) tf.dispose([mean, variance]);
      }
    },
    async withRecorded(work) {
      recorded = true;
      try {
        return await work();
      } finally {
        recorded = false;
      }
    },
  };
}

function isBatchNorm(layer: layers.Layer): layer is BatchNormLayer {
  return layer.getClassName() === 'BatchNormalization';
}
