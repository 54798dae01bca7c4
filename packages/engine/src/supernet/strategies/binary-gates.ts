import type { Tensor1D, Variable } from '@tensorflow/tfjs';
import { architectureLoss } from '../architecture-loss.js';
import { architectureWeights } from '../architecture-weights.js';
import { choiceSoftmax, likeliestPath, samplePath } from '../choice-softmax.js';
import { softmaxShares } from '../mixture-selection.js';
import { drawPairs, keepPairMass } from '../path-pairs.js';
import { pathSelection } from '../selection.js';
import { straightThrough } from '../straight-through.js';
import { gradientOf, supernetGradients, withAlpha } from '../supernet-gradients.js';
import { trainPaths } from './single-path.js';
import type { SearchParts, SupernetStep, SupernetStrategy } from './strategy.js';

export interface BinaryGateOptions {
  readonly alphaLearningRate: number;
  /** Epochs at the start in which only weights are trained, on paths that are nearly uniform. */
  readonly warmUpEpochs: number;
}

/**
 * Gates that are open or closed (ProxylessNAS; Cai et al. 2019, 3.2): weights are trained on one path, drawn by the
 * architecture's probabilities. The architecture is trained on two options of each choice, of which one is open: the loss's
 * gradient by their gates, ∂L/∂g, stands for that by their probabilities.
 */
export function binaryGates(parts: SearchParts, options: BinaryGateOptions): SupernetStrategy {
  const { tf, supernet, layout, rng, cost } = parts;
  // Neither momentum nor decay, which would move what was not drawn (β₁ is 0 in the authors' code).
  const adam = { learningRate: options.alphaLearningRate, weightDecay: 0, beta1: 0 };
  const alpha = architectureWeights(layout.size, adam, rng.fork('alpha'));
  const probabilities = () => choiceSoftmax(layout, alpha.values);

  async function moveAlpha({ heldOut, rng: draw }: SupernetStep): Promise<void> {
    if (heldOut === undefined) return;
    const pairs = drawPairs(layout, probabilities(), draw);
    const logits = Float64Array.from(pairs.places, (place) => alpha.values[place] as number);
    const soft = choiceSoftmax(pairs.layout, logits);
    const open = samplePath(pairs.layout, soft, draw);
    const pairCost = cost && { ...cost, costs: pairs.places.map((place) => cost.costs[place] as number) };
    const gradient = tf.tidy(() =>
      withAlpha(tf, logits, (variable) => {
        const vector = variable as Variable & Tensor1D;
        const { gradients } = supernetGradients(tf, supernet, heldOut, {
          selection() {
            const shares = { layout: pairs.layout, tensors: softmaxShares(tf, pairs.layout, vector), values: soft };
            return straightThrough(tf, shares, ({ param, value }) => (open[param] === value ? 1 : 0));
          },
          variables: [variable],
          loss: architectureLoss(tf, pairs.layout, vector, pairCost),
        });
        return gradientOf(tf, gradients, variable);
      }),
    );
    const slopes = await gradient.data();
    gradient.dispose();
    const before = Float64Array.from(alpha.values);
    const whole = new Float64Array(layout.size);
    pairs.places.forEach((place, i) => {
      whole[place] = slopes[i] as number;
    });
    alpha.descend(whole);
    keepPairMass(pairs, alpha.values, before);
  }

  return {
    usesHeldOut: true,
    async train(step) {
      if (step.epoch >= options.warmUpEpochs) await moveAlpha({ ...step, rng: step.rng.fork('alpha') });
      return trainPaths(parts, (draw) => [samplePath(layout, probabilities(), draw)], step);
    },
    probabilities,
    scored: () => pathSelection(likeliestPath(layout, alpha.values)),
  };
}
