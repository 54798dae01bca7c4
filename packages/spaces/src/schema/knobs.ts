import * as z from 'zod';
import { choiceList } from './choice-list.js';
import { refusal, strictSettings } from './strict-settings.js';

interface KnobWords {
  readonly title: string;
  readonly description: string;
  /** True: folded away in forms until it is set. */
  readonly rare?: boolean;
}

interface Range {
  readonly search: boolean;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

interface RangeDefaults extends Range {
  /** Bounds that `low`, `high` and `value` may not leave. */
  readonly within: readonly [least: number, most: number];
}

const searchField = (search: boolean) =>
  z
    .boolean()
    .default(search)
    .meta({ title: 'Search', description: 'Off: the fixed value is used, or the task’s own where there is none.' });

function refuseBadRange({ search, low, high, log }: Range, context: z.RefinementCtx): void {
  if (search && low >= high) {
    const message = `low (${low}) must be below high (${high}); to fix it, set search: false and value`;
    context.addIssue(refusal('bad-range', ['low'], message));
  }
  if (search && log && low <= 0) {
    const message = `a logarithmic range needs low above 0, not ${low}`;
    context.addIssue(refusal('bad-range', ['low'], message));
  }
}

/** A number of the procedure that is searched on a range, fixed, or left to the task. */
export function rangeKnob({ search, low, high, log, within: [least, most] }: RangeDefaults, words: KnobWords) {
  const number = z.number().min(least).max(most);
  return strictSettings({
    search: searchField(search),
    low: number.default(low).meta({ title: 'Lowest', description: 'Smallest value searched.' }),
    high: number.default(high).meta({ title: 'Highest', description: 'Largest value searched.' }),
    log: z.boolean().default(log).meta({ title: 'Logarithmic', description: 'Uniform in the logarithm.' }),
    value: number.optional().meta({ title: 'Fixed value', description: 'Used when it is not searched.' }),
  })
    .superRefine(refuseBadRange)
    .prefault({})
    .meta({ ...words });
}

interface ChoiceDefaults<T> {
  readonly search: boolean;
  readonly choices: readonly T[];
}

/** A choice of the procedure that is searched in a list, fixed, or left to the task. */
export function choiceKnob<T>(item: z.ZodType<T>, { search, choices }: ChoiceDefaults<T>, words: KnobWords) {
  return strictSettings({
    search: searchField(search),
    choices: choiceList(item, choices, { title: 'Choices', description: 'What is searched, in order.' }),
    value: item.optional().meta({ title: 'Fixed value', description: 'Used when it is not searched.' }),
  })
    .prefault({})
    .meta({ ...words });
}

const factor = z.number().min(0).max(1);

/** Factors of the rate at equal distances, each searched on the same range, fixed together, or left to the task. */
export function factorsKnob({ search, points }: { search: boolean; points: number }, words: KnobWords) {
  return strictSettings({
    search: searchField(search),
    points: z.int().min(2).max(32).default(points).meta({ title: 'Points', description: 'How many are searched.' }),
    low: factor.default(0.01).meta({ title: 'Lowest', description: 'Smallest factor searched.' }),
    high: factor.default(1).meta({ title: 'Highest', description: 'Largest factor searched.' }),
    log: z.boolean().default(true).meta({ title: 'Logarithmic', description: 'Uniform in the logarithm.' }),
    value: z.array(factor).min(1).max(100).optional().meta({
      title: 'Fixed factors',
      description: 'Used when they are not searched.',
    }),
  })
    .superRefine(refuseBadRange)
    .prefault({})
    .meta({ ...words });
}

export type RangeKnob = z.infer<ReturnType<typeof rangeKnob>>;
export type FactorsKnob = z.infer<ReturnType<typeof factorsKnob>>;
export interface ChoiceKnob<T> {
  readonly search: boolean;
  readonly choices: readonly T[];
  readonly value?: T | undefined;
}
