import { readFileSync } from 'node:fs';
import { createSearchHistory, type Domain, type FinishedTrial, type Params, type ParamValue } from '@cambium/core';
import { createSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { densityPair, type Split } from './density-pair.js';
import { encodePoint } from './encode-point.js';
import { goodRows } from './good-rows.js';
import { observations } from './observations.js';

interface GoldenTrial {
  readonly number: number;
  readonly params: Readonly<Record<string, number>>;
  readonly state: 'complete' | 'pruned' | 'running';
  readonly values?: readonly number[];
  readonly lastStep?: number;
  readonly violation?: number;
}
interface GoldenCase {
  readonly trials: readonly GoldenTrial[];
  readonly directions: readonly ('minimize' | 'maximize')[];
  readonly points: readonly Readonly<Record<string, number>>[];
  readonly good: readonly number[];
  readonly groups?: readonly (readonly string[])[];
  readonly densities: readonly {
    readonly parameters: readonly string[];
    readonly good: readonly number[];
    readonly others: readonly number[];
  }[];
}
const golden = JSON.parse(readFileSync(new URL('testdata/golden-optuna5.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, GoldenCase>
>;

const domains: Readonly<Record<string, Domain>> = {
  c: { kind: 'categorical', choices: [0, 1, 2] },
  x: { kind: 'float', low: 0, high: 10, log: false },
  lr: { kind: 'float', low: 1e-5, high: 1, log: true },
  n: { kind: 'int', low: 1, high: 900, log: false, step: 1 },
  w: { kind: 'int', low: 16, high: 4096, log: true, step: 1 },
};
const names = Object.keys(domains);
/** Where the golden groups differ: n and w are there unless c is 0, lr unless it is 1. */
const choicesWith: Readonly<Record<string, readonly ParamValue[]>> = { n: [1, 2], w: [1, 2], lr: [0, 2] };

function spaceOf(conditional: boolean) {
  return createSpace(
    Object.entries(domains).map(([name, domain]) => {
      const choices = conditional ? choicesWith[name] : undefined;
      return { name, branch: 'hp', domain, conditions: choices === undefined ? [] : [{ param: 'c', in: choices }] };
    }),
  );
}

describe.each(Object.entries(golden))('the golden trials "%s"', (_, { trials, directions, ...expected }) => {
  const space = spaceOf(expected.groups !== undefined);
  const objectives = directions.map((direction, index) => ({ metric: `m${index}`, direction }));
  const history = createSearchHistory({ space, objectives, constraints: [], options: {}, maxStep: 10 });
  const isRunning = ({ state }: GoldenTrial) => state === 'running';
  for (const { number, params, state, values = [], lastStep = 10, violation = 0 } of trials) {
    if (state === 'running') continue;
    history.add({ number, params, state, values, lastStep, violation, metrics: {} } satisfies FinishedTrial);
  }
  const seen = history.fold(observations);
  const table = seen.table.clone();
  const encode = (params: Params) => encodePoint(space, table.axes, params);
  for (const { number, params } of trials.filter(isRunning)) table.add(number, encode(params));
  const goodness = new Float64Array(table.count);
  for (const row of goodRows(seen)) goodness[row] = 1;

  it('have the same good ones', () => {
    const numbers = [...goodRows(seen)].map((row) => table.numbers[row] ?? -1);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(expected.good);
  });

  it('have the same groups', () => {
    const groups = seen.groups.map((group) => group.map((index) => names[index] ?? '').toSorted());
    expect(groups.toSorted()).toEqual(expected.groups ?? [names.toSorted()]);
  });

  it.each(expected.densities.map((density) => [density.parameters.join(', '), density] as const))(
    'have the same densities of %s',
    (_, { parameters: ofNames, good, others }) => {
      const parameters = ofNames.map((name) => names.indexOf(name)).toSorted((a, b) => a - b);
      const having = parameters[0] ?? 0;
      const split: Split = { table, goodness, resolution: 0 };
      const pair = densityPair(split, { parameters, optional: new Set(), having });
      for (const [index, point] of expected.points.entries()) {
        const at = Float64Array.from(names, (name, axis) => table.axes[axis]?.toAxis(point[name]) ?? Number.NaN);
        expect(Math.abs(pair.good.logDensity(at) - (good[index] ?? Number.NaN))).toBeLessThan(1e-9);
        expect(Math.abs(pair.others.logDensity(at) - (others[index] ?? Number.NaN))).toBeLessThan(1e-9);
      }
    },
  );
});
