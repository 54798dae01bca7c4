import { type AdamVector, adamVector } from '../adam-vector.js';
import type { BatchTensors } from '../batch-tensors.js';
import { choiceSoftmax, samplePath } from '../choice-softmax.js';
import type { Path } from '../choices.js';
import { pathAccuracy } from '../path-accuracy.js';
import { policyGradient } from '../policy-gradient.js';
import { pathSelection } from '../selection.js';
import { trainPaths } from './single-path.js';
import type { EpochEnd, SearchParts, SupernetStrategy } from './strategy.js';

export interface ControllerOptions {
  readonly learningRate: number;
  /** Of the moving average of rewards that is taken off each reward. */
  readonly baselineDecay: number;
  /** What the policy's entropy adds to the reward, per nat. */
  readonly entropyWeight: number;
  /** Updates of the controller after each epoch of the weights. */
  readonly steps: number;
  /** Networks whose rewards one update averages. */
  readonly samples: number;
  /** Logits go through c·tanh(x), which keeps the policy from hardening early. */
  readonly tanhConstant: number;
}

/**
 * ENAS (Pham et al. 2018): epochs of shared weights on paths that a controller draws, in turns with steps of the
 * controller by REINFORCE. The reward is a path's accuracy on one held-out batch with the shared weights. The policy is
 * factorised: the choices are drawn independently.
 */
export function controller(parts: SearchParts, options: ControllerOptions): SupernetStrategy {
  const { layout } = parts;
  const draw = parts.rng.fork('controller');
  const start = Float64Array.from({ length: layout.size }, () => 1e-3 * draw.normal());
  const logits = adamVector(start, { learningRate: options.learningRate, beta1: 0.9, beta2: 0.999, weightDecay: 0 });
  const probabilities = () => choiceSoftmax(layout, squashed(logits, options));
  let baseline: number | undefined;

  async function moveController(end: EpochEnd, index: number): Promise<void> {
    const policy = probabilities();
    const batch = await end.heldOut(index);
    const drawn: { path: Path; reward: number }[] = [];
    try {
      for (let i = 0; i < options.samples; i++) {
        const path = samplePath(layout, policy, end.rng.fork(`${index}/${i}`));
        drawn.push({ path, reward: await rewardOf(parts, path, batch) });
      }
    } finally {
      parts.tf.dispose([batch.inputs, batch.targets]);
    }
    const mean = drawn.reduce((sum, { reward }) => sum + reward, 0) / drawn.length;
    baseline = baseline === undefined ? mean : options.baselineDecay * baseline + (1 - options.baselineDecay) * mean;
    const centred = drawn.map(({ path, reward }) => ({ path, advantage: reward - (baseline as number) }));
    const gradient = policyGradient(layout, policy, centred, options.entropyWeight);
    logits.descend(throughTanh(gradient, logits, options));
  }

  return {
    usesHeldOut: true,
    train: (step) => trainPaths(parts, (rng) => [samplePath(layout, probabilities(), rng)], step),
    async endEpoch(end) {
      for (let i = 0; i < options.steps; i++) await moveController(end, i);
      return undefined;
    },
    probabilities,
    scored: (rng) => pathSelection(samplePath(layout, probabilities(), rng)),
  };
}

async function rewardOf({ tf, supernet }: SearchParts, path: Path, batch: BatchTensors): Promise<number> {
  return pathAccuracy(tf, supernet, () => pathSelection(path), batch);
}

function squashed({ values }: AdamVector, { tanhConstant }: ControllerOptions): Float64Array {
  return tanhConstant > 0 ? values.map((value) => tanhConstant * Math.tanh(value)) : values;
}

function throughTanh(
  gradient: Float64Array,
  { values }: AdamVector,
  { tanhConstant }: ControllerOptions,
): Float64Array {
  if (tanhConstant <= 0) return gradient;
  return gradient.map((g, i) => g * tanhConstant * (1 - Math.tanh(values[i] as number) ** 2));
}
