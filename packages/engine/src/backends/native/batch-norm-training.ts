import type { Tensor, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

interface OpAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

/** The parts of tfjs-node's backend that run an operation of TensorFlow by name. */
interface NodeBackend {
  readonly binding: Readonly<
    Record<'TF_ATTR_TYPE' | 'TF_ATTR_FLOAT' | 'TF_ATTR_STRING' | 'TF_ATTR_BOOL' | 'TF_FLOAT', number>
  >;
  executeMultipleOutputs(
    name: string,
    attributes: readonly OpAttribute[],
    inputs: readonly TensorInfo[],
    outputs: number,
  ): Tensor[];
}

/**
 * Batch norm of the batch by TensorFlow's own FusedBatchNormV3, which tfjs-node only offers for inference. Composed of
 * single operations it takes several times as long as the convolutions around it. Outputs are y, μ, σ² (biased, as the
 * engine's other kernels give it) and what TensorFlow's gradient wants back.
 */
export function installBatchNormTraining(tf: TensorFlow): void {
  tf.registerKernel({
    kernelName: 'BatchNormTraining',
    backendName: 'tensorflow',
    kernelFunc({ inputs, attrs }) {
      const { x, scale, offset } = inputs as unknown as Record<'x' | 'scale' | 'offset', Tensor>;
      return tf.tidy(() => {
        const backend = tf.backend() as unknown as NodeBackend;
        const none = tf.zeros([0]);
        const values = [image(tf, x), scale, offset, none, none];
        const [y, mean, unbiased, ...reserve] = backend.executeMultipleOutputs(
          'FusedBatchNormV3',
          attributes(backend, attrs?.['epsilon']),
          values,
          6,
        ) as [Tensor, Tensor, Tensor, ...Tensor[]];
        const rows = x.size / mean.size;
        return [tf.reshape(y, x.shape), mean, tf.mul(unbiased, (rows - 1) / rows), ...reserve];
      });
    },
  });
  tf.registerKernel({
    kernelName: 'BatchNormTrainingGrad',
    backendName: 'tensorflow',
    kernelFunc({ inputs, attrs }) {
      const { dy, x, scale, reserve1, reserve2, reserve3 } = inputs as unknown as Record<string, Tensor>;
      return tf.tidy(() => {
        const backend = tf.backend() as unknown as NodeBackend;
        const values = [
          image(tf, dy as Tensor),
          image(tf, x as Tensor),
          scale,
          reserve1,
          reserve2,
          reserve3,
        ] as Tensor[];
        const [dx, dscale, doffset] = backend.executeMultipleOutputs(
          'FusedBatchNormGradV3',
          attributes(backend, attrs?.['epsilon']),
          values,
          5,
        ) as [Tensor, Tensor, Tensor];
        return [tf.reshape(dx, (x as Tensor).shape), dscale, doffset];
      });
    },
  });
}

/** The operation takes images; rows are images of one pixel. */
function image(tf: TensorFlow, x: Tensor): Tensor {
  return x.rank === 4 ? x : tf.reshape(x, [-1, 1, 1, x.shape.at(-1) ?? 1]);
}

function attributes({ binding }: NodeBackend, epsilon: unknown): OpAttribute[] {
  return [
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'U', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'epsilon', type: binding.TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: binding.TF_ATTR_BOOL, value: true },
  ];
}
