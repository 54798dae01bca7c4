import type { AugmentationStep } from '@cambium/core';
import { ops } from '../registry.js';
import type { ImageRun } from './policy-kind.js';

/** Applies the step by its chance, and says whether it did. */
export function planStep({ op: name, magnitude, probability }: AugmentationStep): (run: ImageRun) => boolean {
  const op = ops.get(name);
  return (run) => {
    if (run.rng.next() >= probability) return false;
    run.apply(op, magnitude, 'standard');
    return true;
  };
}
