import type { Scalar, Tensor1D, Variable } from '@tensorflow/tfjs';
import { architectureLoss } from '../architecture-loss.js';
import { architectureWeights } from '../architecture-weights.js';
import type { BatchTensors } from '../batch-tensors.js';
import { choiceSoftmax, likeliestPath } from '../choice-softmax.js';
import { dominantEigenvalue } from '../dominant-eigenvalue.js';
import { anyStop, type EarlyStop, eigenvalueStop, isSkipValue, skipCountStop } from '../early-stop.js';
import { maskedAlpha, mixtureSelection } from '../mixture-selection.js';
import { gradientOf, supernetGradients, withAlpha } from '../supernet-gradients.js';
import { perturbMixture } from './perturb-mixture.js';
import type { EpochEnd, SearchEnd, SearchParts, SupernetStep, SupernetStrategy } from './strategy.js';
import { unrolledAlphaGradient } from './unrolled-alpha-gradient.js';

export interface DifferentiableOptions {
  /** 2: with a look ahead at what the weights' next step would be. */
  readonly order: 1 | 2;
  readonly alphaLearningRate: number;
  readonly alphaWeightDecay: number;
  /** Epochs at the start in which only weights are trained. */
  readonly warmUpEpochs: number;
  /** Skip connections among the likeliest options that end the search; 0: never. */
  readonly skipLimit: number;
  /** Whether a growing eigenvalue of the validation loss ends the search. */
  readonly watchEigenvalue: boolean;
  readonly selection: 'likeliest' | 'perturbation';
  /** Epochs of the weights between two selections by perturbation. */
  readonly perturbationEpochs: number;
}

/** Mixed operations with weights that are trained along with the network's (DARTS; Liu et al. 2019, algorithm 1). */
export function differentiable(parts: SearchParts, options: DifferentiableOptions): SupernetStrategy {
  const { tf, supernet, layout, edges, updater, rng, cost } = parts;
  const { alphaLearningRate: learningRate, alphaWeightDecay: weightDecay } = options;
  const alpha = architectureWeights(layout.size + (edges?.size ?? 0), { learningRate, weightDecay }, rng.fork('alpha'));
  const stop = earlyStop(options);
  /** Places of the options that perturbation has left. */
  let settled: Set<number> | undefined;

  const alphaGradient = (batch: BatchTensors, at: ArrayLike<number>): Tensor1D =>
    withAlpha(tf, at, (variable) => {
      const { gradients } = supernetGradients(tf, supernet, batch, {
        selection: () => mixtureSelection(tf, layout, variable as Variable & Tensor1D, edges),
        variables: [variable],
        loss: architectureLoss(tf, layout, variable as Variable & Tensor1D, cost),
      });
      return gradientOf(tf, gradients, variable);
    });

  async function moveAlpha(step: SupernetStep, heldOut: BatchTensors): Promise<void> {
    const gradient = tf.tidy(() =>
      options.order === 1
        ? alphaGradient(heldOut, alpha.values)
        : unrolledAlphaGradient(parts, { ...step, heldOut }, alpha.values),
    );
    alpha.descend(await gradient.data());
    gradient.dispose();
  }

  async function moveWeights({ batch, learningRate: rate, step }: SupernetStep): Promise<number> {
    const loss = tf.tidy(() => {
      const shares = tf.tensor1d(Float32Array.from(alpha.values));
      const { loss, gradients } = supernetGradients(tf, supernet, batch, {
        selection: () => mixtureSelection(tf, layout, shares, edges),
        variables: supernet.variables,
      });
      updater.apply(gradients, rate, step);
      return loss as Scalar;
    });
    const [value] = await loss.data();
    loss.dispose();
    return value as number;
  }

  async function eigenvalueAt({ heldOut, rng: draw }: EpochEnd): Promise<number> {
    const batch = await heldOut(0);
    try {
      const gradientAt = async (point: Float64Array) => {
        const gradient = tf.tidy(() => alphaGradient(batch, point));
        const values = await gradient.data();
        gradient.dispose();
        return values;
      };
      return await dominantEigenvalue(gradientAt, alpha.values, { iterations: 8, rng: draw });
    } finally {
      tf.dispose([batch.inputs, batch.targets]);
    }
  }

  return {
    usesHeldOut: true,
    async train(step) {
      if (step.heldOut !== undefined && step.epoch >= options.warmUpEpochs) await moveAlpha(step, step.heldOut);
      return moveWeights(step);
    },
    async endEpoch(end) {
      if (end.epoch < options.warmUpEpochs) return undefined;
      const verdict = stop({
        alpha: alpha.values,
        likeliest: likeliestPath(layout, alpha.values),
        ...(options.watchEigenvalue ? { eigenvalue: await eigenvalueAt(end) } : {}),
      });
      if (verdict === undefined) return undefined;
      alpha.values.set(verdict.alpha);
      return verdict.because;
    },
    ...(options.selection === 'likeliest'
      ? {}
      : {
          async finish(end: SearchEnd) {
            settled = await perturbMixture(parts, alpha.values, { epochs: options.perturbationEpochs, end });
          },
        }),
    probabilities: () => {
      const left = settled;
      if (left === undefined) return choiceSoftmax(layout, alpha.values);
      return Float64Array.from({ length: layout.size }, (_, index) => (left.has(index) ? 1 : 0));
    },
    scored: () => {
      const isLeft = (index: number) => settled === undefined || index >= layout.size || settled.has(index);
      return mixtureSelection(tf, layout, tf.tensor1d(maskedAlpha(alpha.values, isLeft)), edges);
    },
  };
}

function earlyStop({ skipLimit, watchEigenvalue }: DifferentiableOptions): EarlyStop {
  return anyStop([
    ...(skipLimit > 0 ? [skipCountStop(isSkipValue, skipLimit)] : []),
    ...(watchEigenvalue ? [eigenvalueStop()] : []),
  ]);
}
