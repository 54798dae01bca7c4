import type { Rng } from '@cambium/core';
import type { ChoiceLayout } from './choices.js';

export interface Perturbations {
  readonly layout: ChoiceLayout;
  readonly rng: Rng;
  /** Accuracy of the supernet on held-out images with these options (by place in the layout) alone. */
  accuracy(allowed: (index: number) => boolean): Promise<number>;
  /** Lets the shared weights get used to what was settled. */
  tune(allowed: (index: number) => boolean): Promise<void>;
}

/**
 * Wang et al. 2021, algorithm 1: settles the choices one by one in random order, each for the option whose removal costs
 * the supernet most accuracy. Gives the places that are left, one for each choice.
 */
export async function selectByPerturbation({ layout, rng, accuracy, tune }: Perturbations): Promise<Set<number>> {
  const left = new Set(Array.from({ length: layout.size }, (_, i) => i));
  const order = rng.shuffle(layout.choices.map((_, choice) => choice));
  for (const choice of order) {
    const places = (layout.choices[choice]?.values ?? []).map((_, i) => layout.offset(choice) + i);
    let kept = places[0] as number;
    let worst = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const without = await accuracy((index) => index !== place && left.has(index));
      if (without < worst) [kept, worst] = [place, without];
    }
    for (const place of places) if (place !== kept) left.delete(place);
    await tune((index) => left.has(index));
  }
  return left;
}
