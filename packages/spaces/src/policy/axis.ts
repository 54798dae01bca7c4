import type { Parameter, ParamValue, Space } from '@cambium/core';
import { domainSize } from '../domain/domain-size.js';
import { listValues } from '../domain/list-values.js';
import { unitOf, valueAt } from '../domain/value-at.js';

/** Numbers on a linear grid of up to so many values are choices; others have a normal distribution. */
const mostLevels = 16;
/** Values at an end of the range would lie at infinity. */
const edge = 1e-3;

/**
 * One parameter as the policy sees it. An action is the index of a choice, or the logit of a number's place in its range:
 * on that scale a normal distribution stays within the range.
 */
export interface Axis {
  readonly kind: 'choice' | 'number';
  readonly parameter: Parameter;
  readonly index: number;
  /** Numbers that the policy gives to describe its distribution. */
  readonly width: number;
  actionOf(value: ParamValue): number;
  valueOf(action: number): ParamValue;
}

export function axesOf({ parameters }: Pick<Space, 'parameters'>): readonly Axis[] {
  return parameters.map((parameter, index): Axis => {
    const { domain } = parameter;
    const isList = domain.kind === 'categorical' || domain.kind === 'ordinal';
    if (isList || (!domain.log && domainSize(domain) <= mostLevels)) {
      const values = listValues(domain);
      return {
        kind: 'choice',
        parameter,
        index,
        width: values.length,
        actionOf: (value) => values.indexOf(value),
        // `!`: actions are indices of the list.
        valueOf: (action) => values[action]!,
      };
    }
    return {
      kind: 'number',
      parameter,
      index,
      width: 2,
      actionOf(value) {
        const unit = Math.min(1 - edge, Math.max(edge, unitOf(domain, value)));
        return Math.log(unit / (1 - unit));
      },
      valueOf: (action) => valueAt(domain, 1 / (1 + Math.exp(-action))),
    };
  });
}
