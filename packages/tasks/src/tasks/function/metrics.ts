import type { MetricDescriptor } from '@cambium/core';
import { sizeOf } from './check-size.js';
import { functions } from './functions/registry.js';
import type { FunctionSettings } from './settings.js';
import type { Measurement } from './test-function.js';

/** `value`, or `f1`, `f2`, …; `c1`, `c2`, … for constraints; and `cost`, which is known before a trial runs. */
export function functionMetrics(settings: FunctionSettings): readonly MetricDescriptor[] {
  const { constraints } = functions.get(settings.function);
  const { objectives } = sizeOf(settings);
  const measured = (name: string, description: string): MetricDescriptor => {
    return { name, description, unit: '', direction: 'minimize', when: 'report' };
  };
  return [
    ...objectiveNames(objectives).map((name) => measured(name, `Of ${settings.function}; lower is better.`)),
    ...constraintNames(constraints).map((name) => measured(name, 'A constraint that holds where this is at most 0.')),
    {
      name: 'cost',
      description: 'Mean position of the active parameters in their ranges, to try bounds on what is known beforehand.',
      unit: '',
      direction: 'minimize',
      when: 'static',
    },
  ];
}

export function namedMeasurement({ objectives, constraints }: Measurement): Record<string, number> {
  const named = (names: readonly string[], values: readonly number[]) =>
    names.map((name, i) => [name, values[i] as number] as const);
  return Object.fromEntries([
    ...named(objectiveNames(objectives.length), objectives),
    ...named(constraintNames(constraints.length), constraints),
  ]);
}

function objectiveNames(count: number): string[] {
  return count === 1 ? ['value'] : Array.from({ length: count }, (_, i) => `f${i + 1}`);
}

function constraintNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `c${i + 1}`);
}
