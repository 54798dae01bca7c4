import { adamVector } from '../adam-vector.js';
import type { BatchTensors } from '../batch-tensors.js';
import type { Path } from '../choices.js';
import { pathAccuracy } from '../path-accuracy.js';
import { differentPaths, marginalsOf, type PathPolicy, policyGradient } from '../path-policy.js';
import { pathSelection } from '../selection.js';
import { trainPaths } from './single-path.js';
import type { EpochEnd, SearchParts, SupernetStrategy } from './strategy.js';

export interface ControllerOptions {
  /** As it begins; it is trained in place. */
  readonly policy: PathPolicy;
  readonly learningRate: number;
  /** Of the moving average of rewards that is taken off each reward. */
  readonly baselineDecay: number;
  /** What the policy's entropy adds to the reward, per nat. */
  readonly entropyWeight: number;
  /** Updates of the controller after each epoch of the weights. */
  readonly steps: number;
  /** Networks whose rewards one update averages. */
  readonly samples: number;
  /** Networks to draw at the end. */
  readonly candidates: number;
}

/** Draws behind the probabilities of single options. */
const marginalPaths = 100;

/**
 * ENAS (Pham et al. 2018): epochs of shared weights on paths that a controller draws, in turns with steps of the
 * controller by REINFORCE. The reward is a path's accuracy on one held-out batch with the shared weights.
 */
export function controller(parts: SearchParts, options: ControllerOptions): SupernetStrategy {
  const { layout } = parts;
  const { policy, learningRate } = options;
  const adam = adamVector(policy.weights, { learningRate, beta1: 0.9, beta2: 0.999, weightDecay: 0 });
  let baseline: number | undefined;

  async function moveController(end: EpochEnd, index: number): Promise<void> {
    const batch = await end.heldOut(index);
    const drawn: { path: Path; reward: number }[] = [];
    try {
      for (let i = 0; i < options.samples; i++) {
        const path = policy.draw(end.rng.fork(`${index}/${i}`));
        drawn.push({ path, reward: await rewardOf(parts, path, batch) });
      }
    } finally {
      parts.tf.dispose([batch.inputs, batch.targets]);
    }
    const mean = drawn.reduce((sum, { reward }) => sum + reward, 0) / drawn.length;
    baseline = baseline === undefined ? mean : options.baselineDecay * baseline + (1 - options.baselineDecay) * mean;
    const centred = drawn.map(({ path, reward }) => ({ path, advantage: reward - (baseline as number) }));
    adam.descend(policyGradient(policy, centred, options.entropyWeight));
    policy.weights.set(adam.values);
  }

  return {
    usesHeldOut: true,
    train: (step) => trainPaths(parts, (rng) => [policy.draw(rng)], step),
    async endEpoch(end) {
      for (let i = 0; i < options.steps; i++) await moveController(end, i);
      return undefined;
    },
    probabilities: () => marginalsOf(policy, layout, { paths: marginalPaths, rng: parts.rng.fork('marginals') }),
    candidates: (rng) => differentPaths(policy, options.candidates, rng),
    scored: (rng) => pathSelection(policy.draw(rng)),
  };
}

async function rewardOf({ tf, supernet }: SearchParts, path: Path, batch: BatchTensors): Promise<number> {
  return pathAccuracy(tf, supernet, () => pathSelection(path), batch);
}
