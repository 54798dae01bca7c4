import type { ExperimentSpec } from '@cambium/core';
import { stringify } from 'yaml';

/** The order in which a person reads a specification; databases keep another. */
const order = [
  'name',
  'description',
  'task',
  'space',
  'objectives',
  'constraints',
  'searcher',
  'pruner',
  'budget',
  'final',
  'warmStart',
  'reuseResults',
  'seed',
] as const satisfies readonly (keyof ExperimentSpec)[];

export function specYaml(spec: ExperimentSpec): string {
  const entries = order.filter((key) => spec[key] !== undefined).map((key) => [key, spec[key]] as const);
  return stringify(Object.fromEntries(entries), { lineWidth: 120, aliasDuplicateObjects: false });
}
