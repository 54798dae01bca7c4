import type { Condition, Parameter } from '@cambium/core';
import { groupOps } from '../../augmentation/op-groups.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import type { RandAugmentSettings } from './settings.js';

/** A switch of the policy: its parameter and the ops that it turns on. */
export interface OpSwitch {
  readonly param: string;
  readonly ops: readonly string[];
}

/** The switches that the settings ask for; none where every op is always used. */
export function opSwitches({ ops, subset }: RandAugmentSettings): readonly OpSwitch[] {
  switch (subset) {
    case 'groups':
      return groupOps(ops).map((group) => ({ param: `aug.${group.name}`, ops: group.ops }));
    case 'ops':
      return ops.filter((op) => op !== 'identity').map((op) => ({ param: `aug.op.${op}`, ops: [op] }));
    case 'all':
      return [];
  }
}

/** Count, then strength and switches, which only matter when at least one op is applied. */
export function policyParameters(settings: RandAugmentSettings): Parameter[] {
  const counts = [...settings.counts].sort((a, b) => a - b);
  const some = counts.filter((count) => count > 0);
  if (some.length === 0) return [];
  const applied: Condition[] = some.length === counts.length ? [] : [{ param: 'aug.count', min: 1 }];
  const { minMagnitude: low, maxMagnitude: high } = settings;
  const magnitude: Parameter = {
    name: 'aug.magnitude',
    branch: 'aug',
    domain: { kind: 'float', low, high, log: false },
    conditions: applied,
  };
  const switches = opSwitches(settings).flatMap(({ param }) =>
    choiceParameter({ name: param, branch: 'aug', choices: [false, true], kind: 'categorical', conditions: applied }),
  );
  return [
    ...choiceParameter({ name: 'aug.count', branch: 'aug', choices: counts, kind: 'ordinal' }),
    ...(low < high ? [magnitude] : []),
    ...switches,
  ];
}
