import type { Metrics } from '@cambium/core';
import type { Choice } from '@cambium/engine';

/** How far the search is. */
export interface EpochPlace {
  readonly epoch: number;
  readonly epochs: number;
}

/** An epoch in one line of the log: what was measured, and of each choice the option that weighs most. Curves have the rest. */
export function epochLine(
  { epoch, epochs }: EpochPlace,
  measured: Metrics,
  { choices, probabilities }: { choices: readonly Choice[]; probabilities: readonly (readonly number[])[] | null },
): string {
  const metrics = Object.entries(measured).map(([name, value]) => `${name} ${shown(value)}`);
  const likeliest = choices.flatMap(({ param, values }, choice) => {
    const weights = probabilities?.[choice] ?? [];
    const weight = Math.max(...weights);
    const value = values[weights.indexOf(weight)];
    return value === undefined ? [] : [`${param} ${value} ${(100 * weight).toFixed(0)} %`];
  });
  const told = [metrics, likeliest].filter((part) => part.length > 0).map((part) => part.join(', '));
  return `epoch ${epoch} of ${epochs}: ${told.join('; likeliest: ')}`;
}

/** Three digits of what is not whole. */
function shown(value: Metrics[string]): string {
  return typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toPrecision(3))) : String(value);
}
