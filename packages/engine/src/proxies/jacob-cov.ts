import type { Scalar, Tensor, Tensor4D } from '@tensorflow/tfjs';
import { factor, logDeterminant, traceOfInverse } from './factor.js';
import type { Proxy, ProxyProblem } from './proxy.js';

/** Added to eigenvalues, as in the source's code. */
const smallest = 1e-5;

/**
 * −Σ (log λ + 1/λ) over the eigenvalues of the correlations between images of the gradients of Σ outputs by the image. It
 * is high where the network responds to each image in another way. NaN where it responds to one in no way at all
 * (Mellor et al. 2020, first version).
 */
export const jacobCov: Proxy = {
  name: 'jacob_cov',
  async measure(problem) {
    const size = problem.images.shape[0];
    const correlations = correlationsOf(await inputGradients(problem), size);
    for (let i = 0; i < size; i++) correlations[i * size + i]! += smallest;
    // The sums over eigenvalues are a determinant and a trace: no eigenvalue is needed.
    const lower = factor(correlations, size);
    return lower === undefined ? Number.NaN : -(logDeterminant(lower, size) + traceOfInverse(lower, size));
  },
};

/** One row for each image. */
async function inputGradients({ tf, model, images }: ProxyProblem): Promise<Float32Array> {
  const gradients = tf.tidy(() =>
    tf.grad((x: Tensor) => {
      const outputs = model.apply(x as Tensor4D, { training: true }) as Tensor;
      // A gradient of 0, and not none, for networks that ignore their input.
      return tf.add(tf.sum(outputs), tf.mul(tf.sum(x), 0)) as Scalar;
    })(images),
  );
  try {
    return Float32Array.from(await gradients.data<'float32'>());
  } finally {
    gradients.dispose();
  }
}

/** Pearson's correlations of the rows; NaN with a row that is constant. */
function correlationsOf(rows: Float32Array, count: number): Float64Array {
  const width = rows.length / count;
  const centred = Float64Array.from(rows);
  for (let row = 0; row < count; row++) {
    const part = centred.subarray(row * width, (row + 1) * width);
    const mean = part.reduce((sum, value) => sum + value, 0) / width;
    const length = Math.sqrt(part.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    for (let i = 0; i < width; i++) part[i] = (part[i]! - mean) / length;
  }
  const correlations = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      // `!`: indices are within the rows.
      for (let i = 0; i < width; i++) sum += centred[a * width + i]! * centred[b * width + i]!;
      correlations[a * count + b] = sum;
      correlations[b * count + a] = sum;
    }
  }
  return correlations;
}
