import type { Scalar, Tensor } from '@tensorflow/tfjs';
import { samplePath } from '../choice-softmax.js';
import type { PathSampler } from '../path-samplers.js';
import { pathSelection } from '../selection.js';
import { supernetGradients } from '../supernet-gradients.js';
import type { SearchParts, SupernetStep, SupernetStrategy } from './strategy.js';

/** One path at a time, drawn without regard to how good it is: only its weights are trained (Guo et al. 2020). */
export function singlePath(parts: SearchParts, sampler: PathSampler): SupernetStrategy {
  const { layout } = parts;
  const uniform = Float64Array.from(
    layout.choices.flatMap(({ values }) => new Array<number>(values.length).fill(1 / values.length)),
  );
  return {
    usesHeldOut: false,
    train: (step) => trainPaths(parts, sampler, step),
    probabilities: () => null,
    scored: (rng) => pathSelection(samplePath(layout, uniform, rng)),
  };
}

/** One update with the gradients of all paths that the sampler gives added up. Gives the mean of their losses. */
export async function trainPaths(
  { tf, supernet, updater }: Pick<SearchParts, 'tf' | 'supernet' | 'updater'>,
  sampler: PathSampler,
  { batch, learningRate, step, rng }: SupernetStep,
): Promise<number> {
  const loss = tf.tidy(() => {
    const paths = sampler(rng);
    const sums: Record<string, Tensor> = {};
    const losses = paths.map((path): Scalar => {
      const selection = pathSelection(path);
      const variables = supernet.variablesOf(selection);
      const { loss, gradients } = supernetGradients(tf, supernet, batch, { selection: () => selection, variables });
      for (const [name, gradient] of Object.entries(gradients)) {
        const before = sums[name];
        sums[name] = before === undefined ? gradient : tf.add(before, gradient);
      }
      return loss;
    });
    updater.apply(sums, learningRate, step);
    return tf.div(tf.addN(losses), losses.length) as Scalar;
  });
  const [value] = await loss.data();
  loss.dispose();
  return value as number;
}
