import { unknownName } from '@cambium/core';
import { containsValue } from '../../domain/domain-values.js';
import { type DomainSettings, toDomain, type WhenSettings, whenValues } from './domain-settings.js';
import { findCycle } from './order-parents-first.js';

type Report = (code: string, path: (string | number)[], message: string) => void;

/** Refuses conditions on parents that don't exist, on values they never take, and on each other in a circle. */
export function checkConditions(domains: Readonly<Record<string, DomainSettings>>, report: Report): void {
  for (const [name, { when = {} }] of Object.entries(domains)) {
    for (const [parent, condition] of Object.entries(when)) {
      const settings = Object.hasOwn(domains, parent) ? domains[parent] : undefined;
      const path = [name, 'when', parent];
      if (settings === undefined) {
        const known = Object.keys(domains).filter((other) => other !== name);
        report('unknown-parent', path, unknownName('hyperparameter', parent, known));
      } else {
        checkCondition({ settings, parent, condition }, (code, tail, message) =>
          report(code, [...path, ...tail], message),
        );
      }
    }
  }
  const cycle = findCycle(domains);
  if (cycle === undefined) return;
  const [name = '', parent = ''] = cycle;
  const circle = cycle.join(' → ');
  report('condition-cycle', [name, 'when', parent], `these depend on each other: ${circle}; remove one condition`);
}

function checkCondition(
  { settings, parent, condition }: { settings: DomainSettings; parent: string; condition: WhenSettings },
  report: Report,
): void {
  const values = whenValues(condition);
  if (values === undefined) {
    checkBounds({ settings, parent, bounds: condition as { min?: number; max?: number } }, report);
    return;
  }
  const domain = toDomain(settings);
  values.forEach((value, index) => {
    if (containsValue(domain, value)) return;
    const path = Array.isArray(condition) ? [index] : [];
    report('impossible-condition', path, `${parent} never is ${JSON.stringify(value)}; ${takes(settings)}`);
  });
}

function checkBounds(
  { settings, parent, bounds }: { settings: DomainSettings; parent: string; bounds: { min?: number; max?: number } },
  report: Report,
): void {
  const { min = -Infinity, max = Infinity } = bounds;
  if (bounds.min === undefined && bounds.max === undefined) {
    report('bad-condition', [], 'a condition needs a value, a list of values, min or max');
    return;
  }
  const reachable =
    'choices' in settings
      ? settings.choices.some((choice) => typeof choice === 'number' && choice >= min && choice <= max)
      : min <= max && min <= settings.high && max >= settings.low;
  if (!reachable) {
    const range = `${bounds.min === undefined ? '' : `from ${min}`}${bounds.max === undefined ? '' : ` up to ${max}`}`;
    report('impossible-condition', [], `${parent} never is a number ${range.trim()}; ${takes(settings)}`);
  }
}

function takes(settings: DomainSettings): string {
  if ('choices' in settings) return `it takes ${settings.choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
  return `it takes ${settings.low} to ${settings.high}`;
}
