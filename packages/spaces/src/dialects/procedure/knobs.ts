import * as z from 'zod';
import { choiceList } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';

interface KnobWords {
  readonly title: string;
  readonly description: string;
}

interface RangeDefaults {
  readonly search: boolean;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  /** Bounds that `low`, `high` and `value` may not leave. */
  readonly within: readonly [least: number, most: number];
}

const searchField = (search: boolean) =>
  z
    .boolean()
    .default(search)
    .meta({ title: 'Search', description: 'Off: the fixed value is used, or the task’s own where there is none.' });

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
    .superRefine((knob, context) => {
      if (knob.search && knob.low >= knob.high) {
        const message = `low (${knob.low}) must be below high (${knob.high}); to fix it, set search: false and value`;
        context.addIssue(refusal('bad-range', ['low'], message));
      }
      if (knob.search && knob.log && knob.low <= 0) {
        const message = `a logarithmic range needs low above 0, not ${knob.low}`;
        context.addIssue(refusal('bad-range', ['low'], message));
      }
    })
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

export type RangeKnob = z.infer<ReturnType<typeof rangeKnob>>;
export interface ChoiceKnob<T> {
  readonly search: boolean;
  readonly choices: readonly T[];
  readonly value?: T | undefined;
}
