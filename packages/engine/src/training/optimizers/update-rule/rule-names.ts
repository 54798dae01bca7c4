import { ruleCombinations, ruleFunctions } from './functions.js';
import { ruleOperands } from './operands.js';

/** What update rules can be made of, sorted. */
export const ruleNames = {
  operands: ruleOperands.names,
  functions: ruleFunctions.names,
  combinations: ruleCombinations.names,
};
