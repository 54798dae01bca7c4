import { unknownName } from '@cambium/core';
import * as z from 'zod';
import { refusal } from './strict-settings.js';

interface ListWords {
  readonly title: string;
  readonly description: string;
}

/** A list of choices: at least one, none twice. Which fields of a dialect are searched is said by such lists. */
export function choiceList<T>(item: z.ZodType<T>, fallback: readonly T[], words: ListWords) {
  return z
    .array(item)
    .superRefine((choices, context) => {
      if (choices.length === 0) {
        context.addIssue(refusal('empty-choices', [], 'the list is empty; give at least one value'));
      }
      choices.forEach((choice, index) => {
        if (choices.indexOf(choice) === index) return;
        const message = `${JSON.stringify(choice)} is listed twice; remove one`;
        context.addIssue(refusal('duplicate-choice', [index], message));
      });
    })
    .default([...fallback])
    .meta({ ...words });
}

/** One of some names; a misspelt one is answered with the name that was probably meant. */
export function oneOf<const Names extends readonly [string, ...string[]]>(kind: string, names: Names) {
  return z.enum(names, { error: (issue) => unknownName(kind, String(issue.input), names) });
}
