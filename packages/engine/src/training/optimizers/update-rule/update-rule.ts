import { CambiumError, type Issue, prefixIssues, type UpdateRule, unknownName } from '@cambium/core';
import type { Tensor } from '@tensorflow/tfjs';
import type { Optimizer } from '../optimizer.js';
import { ruleCombinations, ruleFunctions } from './functions.js';
import { openMoments } from './moments.js';
import { type RuleContext, ruleOperands } from './operands.js';

/** w ← w − η · rule: Neural Optimizer Search (Bello et al. 2017). */
export const updateRule: Optimizer = {
  name: 'update-rule',
  summary: 'a formula over the gradient and its running means, given or found by search (Bello et al. 2017)',
  slots: 3,
  weightDecay: 'weights',
  update(tf, input) {
    const rule = input.settings.updateRule;
    if (rule === undefined) throw new CambiumError('fix-input', 'the optimizer update-rule needs an updateRule');
    const moments = openMoments(tf, input);
    let parts = 0;
    const context: RuleContext = { tf, input, moments, nextSeed: () => `${input.seed}/${parts++}` };
    const direction = valueOf(rule, context);
    return { weights: tf.sub(input.weights, tf.mul(direction, input.learningRate)), slots: moments.slots() };
  },
};

function valueOf(rule: UpdateRule, context: RuleContext): Tensor {
  if ('operand' in rule) return ruleOperands.get(rule.operand).value(context);
  if ('function' in rule) return ruleFunctions.get(rule.function).apply(valueOf(rule.of, context), context);
  const right = () => valueOf(rule.right, context);
  return ruleCombinations.get(rule.combine).apply(valueOf(rule.left, context), right, context);
}

/** Every name in a rule that is none; paths start at the rule. */
export function updateRuleIssues(rule: UpdateRule): Issue[] {
  if ('operand' in rule) return unknown('operand', rule.operand, ruleOperands);
  if ('function' in rule) {
    return [...unknown('function', rule.function, ruleFunctions), ...prefixIssues(['of'], updateRuleIssues(rule.of))];
  }
  return [
    ...unknown('combine', rule.combine, ruleCombinations),
    ...prefixIssues(['left'], updateRuleIssues(rule.left)),
    ...prefixIssues(['right'], updateRuleIssues(rule.right)),
  ];
}

interface Named {
  readonly kind: string;
  readonly names: readonly string[];
}

function unknown(field: string, name: string, { kind, names }: Named): Issue[] {
  if (names.includes(name)) return [];
  return [{ path: [field], code: 'unknown-name', message: unknownName(kind, name, names) }];
}
