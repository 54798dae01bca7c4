import type { Scalar } from '@tensorflow/tfjs';
import { maskedAlpha, mixtureSelection } from '../mixture-selection.js';
import { pathAccuracy } from '../path-accuracy.js';
import { selectByPerturbation } from '../select-by-perturbation.js';
import { supernetGradients } from '../supernet-gradients.js';
import type { SearchEnd, SearchParts } from './strategy.js';

/** Settles every choice by perturbation; the architecture weights stay as they are but for the options that are left out. */
export async function perturbMixture(
  { tf, supernet, layout, edges, updater }: SearchParts,
  alpha: ArrayLike<number>,
  { epochs, end }: { readonly epochs: number; readonly end: SearchEnd },
): Promise<Set<number>> {
  let step = end.steps;
  let epoch = 0;
  const selectionOf = (allowed: (index: number) => boolean) => () => {
    // β goes on behind α: every edge stays.
    const masked = maskedAlpha(alpha, (index) => index >= layout.size || allowed(index));
    return mixtureSelection(tf, layout, tf.tensor1d(masked), edges);
  };

  async function accuracy(allowed: (index: number) => boolean): Promise<number> {
    let total = 0;
    for (let index = 0; index < end.heldOutCount && !end.isAborted(); index++) {
      const batch = await end.heldOut(index);
      total += await pathAccuracy(tf, supernet, selectionOf(allowed), batch);
      tf.dispose([batch.inputs, batch.targets]);
    }
    return total / end.heldOutCount;
  }

  async function tune(allowed: (index: number) => boolean): Promise<void> {
    for (let left = epochs; left > 0; left--, epoch++) {
      for (let index = 0; index < end.perEpoch && !end.isAborted(); index++) {
        const batch = await end.batch({ epoch, index });
        step++;
        const loss = tf.tidy((): Scalar => {
          const of = { selection: selectionOf(allowed), variables: supernet.variables };
          const { loss: value, gradients } = supernetGradients(tf, supernet, batch, of);
          updater.apply(gradients, end.learningRate / 10, step);
          return value;
        });
        // Waits for the device, so that work does not pile up.
        await loss.data();
        tf.dispose([loss, batch.inputs, batch.targets]);
      }
    }
  }

  return selectByPerturbation({ layout, rng: end.rng, accuracy, tune });
}
