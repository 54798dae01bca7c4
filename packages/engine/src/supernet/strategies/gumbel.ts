import type { Rng } from '@cambium/core';
import type { Tensor1D, Variable } from '@tensorflow/tfjs';
import { architectureLoss } from '../architecture-loss.js';
import { architectureWeights } from '../architecture-weights.js';
import { choiceSoftmax, likeliestPath } from '../choice-softmax.js';
import type { ChoiceLayout, Path } from '../choices.js';
import { softmaxShares } from '../mixture-selection.js';
import { pathSelection } from '../selection.js';
import { straightThrough } from '../straight-through.js';
import { gradientOf, supernetGradients, withAlpha } from '../supernet-gradients.js';
import { trainPaths } from './single-path.js';
import type { SearchParts, SupernetStep, SupernetStrategy } from './strategy.js';

export interface GumbelOptions {
  readonly alphaLearningRate: number;
  readonly alphaWeightDecay: number;
  readonly warmUpEpochs: number;
  /** τ falls linearly from the one to the other over the epochs. */
  readonly startTemperature: number;
  readonly endTemperature: number;
}

/**
 * One path at a time, drawn by the architecture weights with Gumbel noise; forward its options count as 1, backward as the
 * softmax at temperature τ (GDAS; Dong & Yang 2019, equations 5 and 6). Costs as little memory and time as a single path.
 */
export function gumbel(parts: SearchParts, options: GumbelOptions): SupernetStrategy {
  const { tf, supernet, layout, rng, cost } = parts;
  const { alphaLearningRate: learningRate, alphaWeightDecay: weightDecay } = options;
  const alpha = architectureWeights(layout.size, { learningRate, weightDecay }, rng.fork('alpha'));

  async function moveAlpha({ heldOut, rng: draw, ...place }: SupernetStep): Promise<void> {
    if (heldOut === undefined) return;
    const noise = gumbelNoise(layout, draw);
    const temperature = temperatureAt(options, place);
    const noisy = alpha.values.map((value, i) => value + (noise[i] as number));
    const path = likeliestPath(layout, noisy);
    const soft = choiceSoftmax(layout, noisy, temperature);
    const gradient = tf.tidy(() =>
      withAlpha(tf, alpha.values, (variable) => {
        const vector = variable as Variable & Tensor1D;
        const { gradients } = supernetGradients(tf, supernet, heldOut, {
          selection() {
            const logits = tf.div(tf.add(vector, tf.tensor1d(noise)), temperature) as Tensor1D;
            const shares = { layout, tensors: softmaxShares(tf, layout, logits), values: soft };
            return straightThrough(tf, shares, ({ param, value }) => (path[param] === value ? 1 : undefined));
          },
          variables: [variable],
          loss: architectureLoss(tf, layout, vector, cost),
        });
        return gradientOf(tf, gradients, variable);
      }),
    );
    alpha.descend(await gradient.data());
    gradient.dispose();
  }

  return {
    usesHeldOut: true,
    async train(step) {
      if (step.epoch >= options.warmUpEpochs) await moveAlpha({ ...step, rng: step.rng.fork('alpha') });
      return trainPaths(parts, (draw) => [noisyPath(layout, alpha.values, draw)], step);
    },
    probabilities: () => choiceSoftmax(layout, alpha.values),
    scored: () => pathSelection(likeliestPath(layout, alpha.values)),
  };
}

function noisyPath(layout: ChoiceLayout, alpha: Float64Array, rng: Rng): Path {
  const noise = gumbelNoise(layout, rng);
  return likeliestPath(
    layout,
    alpha.map((value, i) => value + (noise[i] as number)),
  );
}

/** −log(−log u), u uniform in (0, 1). */
function gumbelNoise({ size }: ChoiceLayout, rng: Rng): Float32Array {
  return Float32Array.from({ length: size }, () => -Math.log(-Math.log(rng.next() + 2 ** -33)));
}

function temperatureAt(
  { startTemperature, endTemperature }: GumbelOptions,
  { epoch, epochs }: { readonly epoch: number; readonly epochs: number },
): number {
  return startTemperature + (endTemperature - startTemperature) * (epochs > 1 ? epoch / (epochs - 1) : 0);
}
