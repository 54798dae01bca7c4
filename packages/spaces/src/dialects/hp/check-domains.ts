import type { z } from 'zod';
import { stepCount } from '../../domain/domain-size.js';
import { refusal } from '../../schema/strict-settings.js';
import { checkConditions } from './check-conditions.js';
import type { DomainSettings } from './domain-settings.js';

type Report = (code: string, path: (string | number)[], message: string) => void;

/** Refuses ranges and choices that hold nothing, and conditions that can't be met. Paths start at the record. */
export function checkDomains(
  domains: Readonly<Record<string, DomainSettings>>,
  context: z.core.$RefinementCtx<unknown>,
): void {
  const report: Report = (code, path, message) => context.addIssue(refusal(code, path, message));
  for (const [name, domain] of Object.entries(domains)) {
    const reportHere: Report = (code, path, message) => report(code, [name, ...path], message);
    if ('choices' in domain) checkChoices(domain.choices, reportHere);
    else checkRange(domain, reportHere);
  }
  checkConditions(domains, report);
}

function checkChoices(choices: readonly unknown[], report: Report): void {
  if (choices.length === 0) report('empty-choices', ['choices'], 'no choices; give at least one');
  const seen = new Set<unknown>();
  choices.forEach((choice, index) => {
    if (seen.has(choice)) {
      report('duplicate-choice', ['choices', index], `${JSON.stringify(choice)} is listed twice; remove one`);
    }
    seen.add(choice);
  });
}

function checkRange(domain: Extract<DomainSettings, { low: number }>, report: Report): void {
  const { low, high, log, step } = domain;
  if (low >= high) {
    report('bad-range', ['low'], `low (${low}) must be below high (${high}); for one fixed value use one choice`);
    return;
  }
  if (log && low <= 0) report('bad-range', ['low'], `a logarithmic range needs low above 0, not ${low}`);
  // A step of 0 or less is refused by the schema already.
  if (step === undefined || step <= 0 || (domain.type === 'int' && step === 1)) return;
  if (log) {
    report('bad-step', ['step'], 'a logarithmic range takes no step; remove step or log');
    return;
  }
  const last = Number((low + stepCount(low, high, step) * step).toPrecision(12));
  if (Math.abs(last - high) <= 1e-9 * Math.max(1, Math.abs(high))) return;
  const fix = last > low ? `set high to ${last}` : `use a step of at most ${high - low}`;
  report('bad-step', ['step'], `steps of ${step} from ${low} don't end at ${high}; ${fix}`);
}
