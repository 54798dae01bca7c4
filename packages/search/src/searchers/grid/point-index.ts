import type { Parameter, Params, ParamValue } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import { conditionGroups } from './condition-groups.js';

/** All combinations of some values, numbered. Inactive parameters have no values, so that no point has two numbers. */
export interface PointIndex {
  /** May be far above what a number holds exactly. */
  readonly size: bigint;
  /** The point of a number from 0 to size − 1; later parameters change faster. */
  point(index: bigint): Params;
}

type Values = (parameter: Parameter) => readonly ParamValue[];

/** Parameters that are not linked by conditions multiply; the combinations of those that are get counted. */
export function createPointIndex(parameters: readonly Parameter[], values: Values): PointIndex {
  const groups = conditionGroups(parameters).map((group) => createGroupIndex(group, values));
  return {
    size: groups.reduce((product, { size }) => product * size, 1n),
    point(index) {
      let rest = index;
      const parts = groups.toReversed().map((group) => {
        const part = group.point(rest % group.size);
        rest /= group.size;
        return part;
      });
      return Object.assign({}, ...parts.toReversed()) as Params;
    },
  };
}

function createGroupIndex(parameters: readonly Parameter[], values: Values): PointIndex {
  const lists = parameters.map(values);
  const counts = new Map<string, bigint>();
  // What is chosen before a place matters behind it only where a later condition reads it.
  const readFrom = parameters.map((_, place) => [
    ...new Set(parameters.slice(place).flatMap(({ conditions }) => conditions.map(({ param }) => param))),
  ]);
  /** Combinations of the parameters from `place` on, given those before it. */
  const count = (place: number, chosen: Params): bigint => {
    const parameter = parameters[place];
    if (parameter === undefined) return 1n;
    const key = `${place} ${JSON.stringify(readFrom[place]?.map((name) => chosen[name] ?? null))}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const sum = isActive(parameter, chosen)
      ? branches(place, chosen).reduce((sum, { times, below }) => sum + times * below, 0n)
      : count(place + 1, chosen);
    counts.set(key, sum);
    return sum;
  };
  /** The values at a place, in order, in runs that leave equally many combinations. */
  const branches = (place: number, chosen: Params) => {
    // `!` here and below: the place is that of a parameter.
    const { name } = parameters[place]!;
    const list = lists[place]!;
    if (readFrom[place + 1]?.includes(name) !== true) {
      return [{ values: list, times: BigInt(list.length), below: count(place + 1, chosen) }];
    }
    return list.map((value) => ({ values: [value], times: 1n, below: count(place + 1, { ...chosen, [name]: value }) }));
  };
  return {
    size: count(0, {}),
    point(index) {
      let rest = index;
      let chosen: Params = {};
      for (const [place, parameter] of parameters.entries()) {
        if (!isActive(parameter, chosen)) continue;
        for (const { values, times, below } of branches(place, chosen)) {
          if (rest < times * below) {
            chosen = { ...chosen, [parameter.name]: values[Number(rest / below)]! };
            rest %= below;
            break;
          }
          rest -= times * below;
        }
      }
      return chosen;
    },
  };
}
