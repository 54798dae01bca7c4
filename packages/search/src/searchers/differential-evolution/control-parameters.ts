import type { Rng } from '@cambium/core';

// Types, not interfaces: only then are they assignable to `Json`.

/** F and CR of one child. */
export type ControlParameters = { readonly weight: number; readonly rate: number };

/** Control parameters that produced better children, generation by generation (SHADE, Tanabe and Fukunaga 2013). */
export type Adaptation = {
  /** Means of F and CR; the oldest is written over first. */
  readonly memory: readonly ControlParameters[];
  readonly next: number;
  /** Of the children that replaced a member in this generation. */
  readonly successes: readonly ControlParameters[];
  /** Children told in this generation. */
  readonly told: number;
};

const memorySize = 5;

export function startAdaptation(): Adaptation {
  const memory = Array.from({ length: memorySize }, () => ({ weight: 0.5, rate: 0.5 }));
  return { memory, next: 0, successes: [], told: 0 };
}

/** F from a Cauchy distribution, cut to (0, 1]; CR from a normal one, cut to [0, 1]. Both around a remembered mean. */
export function drawControl({ memory }: Adaptation, rng: Rng): ControlParameters {
  const mean = rng.pick(memory);
  const rate = Math.min(1, Math.max(0, mean.rate + 0.1 * rng.normal()));
  let weight = 0;
  while (weight <= 0) weight = mean.weight + 0.1 * Math.tan(Math.PI * (rng.next() - 0.5));
  return { weight: Math.min(1, weight), rate };
}

/**
 * Counts a child; after `generation` of them the means of the successful ones enter the memory: the Lehmer mean of F, which
 * favours large ones, and the arithmetic mean of CR (JADE). All successes count alike, so that ranks are all that matters.
 */
export function adapt(
  before: Adaptation,
  child: { readonly control: ControlParameters; readonly success: boolean },
  generation: number,
): Adaptation {
  const successes = child.success ? [...before.successes, child.control] : before.successes;
  const told = before.told + 1;
  if (told < generation) return { ...before, successes, told };
  if (successes.length === 0) return { ...before, told: 0 };
  const sum = (of: (control: ControlParameters) => number) => successes.reduce((total, each) => total + of(each), 0);
  const mean = {
    weight: sum(({ weight }) => weight * weight) / sum(({ weight }) => weight),
    rate: sum(({ rate }) => rate) / successes.length,
  };
  const memory = before.memory.map((old, i) => (i === before.next ? mean : old));
  return { memory, next: (before.next + 1) % memory.length, successes: [], told: 0 };
}
