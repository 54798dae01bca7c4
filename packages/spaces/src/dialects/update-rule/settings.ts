import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { rangeKnob } from '../../schema/knobs.js';
import { strictSettings } from '../../schema/strict-settings.js';

// The engine's names; a test beside the evaluator compares the lists.
const operands = [
  'g',
  'g^2',
  'g^3',
  'm',
  'v',
  'gamma',
  'sign(g)',
  'sign(m)',
  '1',
  '2',
  'noise',
  '1e-4 w',
  '1e-3 w',
  '1e-2 w',
  '1e-1 w',
  'adam',
  'rmsprop',
] as const;

const functions = [
  'identity',
  'negate',
  'exp',
  'log',
  'sqrt',
  'sign',
  'clip 1e-5',
  'clip 1e-4',
  'clip 1e-3',
  'drop 0.1',
  'drop 0.3',
  'drop 0.5',
] as const;

const combinations = ['add', 'subtract', 'multiply', 'divide', 'left'] as const;

/** What update rules are made of. */
export const updateRuleSettings = strictSettings({
  groups: choiceList(z.int().min(1).max(4), [1, 2], {
    title: 'Groups',
    description: 'How many combinations of two follow each other; each later one takes the result before it.',
  }),
  operands: choiceList(oneOf('operand', operands), operands, {
    title: 'Operands',
    description: 'g is the gradient, m, v and gamma are running means of g, g² and g³, w is the weight.',
  }),
  functions: choiceList(oneOf('function', functions), functions, {
    title: 'Functions',
    description: 'What each side goes through; of log and sqrt the argument’s absolute value is taken.',
  }),
  combinations: choiceList(oneOf('combination', combinations), combinations, {
    title: 'Combinations',
    description: 'What joins the two sides; left leaves the right one out.',
  }),
  learningRate: rangeKnob(
    { search: true, low: 1e-5, high: 1, log: true, within: [1e-8, 10] },
    { title: 'Learning rate', description: 'Rules differ by orders of magnitude in how long their steps are.' },
  ),
});

export type UpdateRuleSettings = z.infer<typeof updateRuleSettings>;

/** Operands through which a rule sees the loss; one without any learns nothing. */
export const fromGradient: readonly string[] = operands.filter((name) => !/^[12]$| w$|^noise$/.test(name));
