import type { Condition, DialectDefinition, Parameter, Params, UpdateRule } from '@cambium/core';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';
import { fromGradient, type UpdateRuleSettings, updateRuleSettings } from './settings.js';

const rate = 'train.learningRate';
const groups = 'train.groups';

type Part = 'combine' | 'left' | 'leftFunction' | 'right' | 'rightFunction';

const param = (group: number, part: Part) => `train.${group}.${part}`;

/**
 * Neural Optimizer Search (Bello et al. 2017): a rule is combine(f(left), h(right)). The first group's sides are operands;
 * the left side of each later one is the result before it, as in the paper's strings of groups. The rest of the training
 * is the task's.
 */
export const updateRule: DialectDefinition<UpdateRuleSettings, 'train'> = {
  name: 'update-rule',
  branch: 'train',
  summary:
    'The formula by which weights follow gradients, of operands, functions and combinations (Bello et al. 2017).',
  settings: updateRuleSettings,
  parameters(settings) {
    const { search, low, high, log } = settings.learningRate;
    const most = Math.max(...settings.groups);
    return [
      ...(search
        ? [{ name: rate, branch: 'train', domain: { kind: 'float', low, high, log }, conditions: [] } as const]
        : []),
      ...choiceParameter({ name: groups, branch: 'train', choices: settings.groups, kind: 'ordinal' }),
      ...Array.from({ length: most }, (_, group) => groupParameters(group, settings)).flat(),
    ];
  },
  decode(params, settings) {
    const { search, value } = settings.learningRate;
    const learningRate = search ? params[rate] : value;
    return {
      optimizer: 'update-rule',
      updateRule: ruleOf(params, settings),
      ...(typeof learningRate === 'number' ? { learningRate } : {}),
    };
  },
  isFeasible: (params, settings) => readsGradient(ruleOf(params, settings)),
};

function groupParameters(group: number, settings: UpdateRuleSettings): Parameter[] {
  const { combinations, operands, functions } = settings;
  const isThere = settings.groups.filter((count) => count > group);
  const there: Condition[] = isThere.length === settings.groups.length ? [] : [{ param: groups, in: isThere }];
  const joins = combinations.filter((name) => name !== 'left');
  const twoSided: Condition[] =
    joins.length === combinations.length ? there : [...there, { param: param(group, 'combine'), in: joins }];
  const choice = (part: Part, choices: readonly string[], conditions: readonly Condition[]) =>
    choiceParameter({ name: param(group, part), branch: 'train', choices, kind: 'categorical', conditions });
  return [
    ...choice('combine', combinations, there),
    ...(group === 0 ? choice('left', operands, there) : []),
    ...choice('leftFunction', functions, there),
    ...(joins.length === 0 ? [] : choice('right', operands, twoSided)),
    ...(joins.length === 0 ? [] : choice('rightFunction', functions, twoSided)),
  ];
}

function ruleOf(params: Params, settings: UpdateRuleSettings): UpdateRule {
  const { combinations, operands, functions } = settings;
  let rule: UpdateRule | undefined;
  for (let group = 0; group < chosen(params, groups, settings.groups); group++) {
    const choose = (part: Part, choices: readonly string[]) => chosen(params, param(group, part), choices);
    const left = through(choose('leftFunction', functions), rule ?? { operand: choose('left', operands) });
    const combine = choose('combine', combinations);
    // The right side has no parameters then.
    if (combine === 'left') rule = left;
    else {
      const right = through(choose('rightFunction', functions), { operand: choose('right', operands) });
      rule = { combine, left, right };
    }
  }
  if (rule === undefined) throw new RangeError('a rule of no groups');
  return rule;
}

function through(name: string, of: UpdateRule): UpdateRule {
  return name === 'identity' ? of : { function: name, of };
}

function readsGradient(rule: UpdateRule): boolean {
  if ('operand' in rule) return fromGradient.includes(rule.operand);
  return 'function' in rule ? readsGradient(rule.of) : readsGradient(rule.left) || readsGradient(rule.right);
}
