import {
  createRng,
  type Direction,
  type Parameter,
  type Params,
  type ParamValue,
  type ScoredParams,
} from '@cambium/core';
import { type Column, choiceColumn, numberColumn, pedAnova } from '@cambium/search';
import { unitOf } from '@cambium/spaces';

export interface NamedImportance {
  readonly name: string;
  /** In parts of the sum over all of a list, in [0, 1]. */
  readonly share: number;
  /** False: what has nothing to do with the values would often look as important. */
  readonly clear: boolean;
}

/** What told the best trials of a search from all of them; each list with the most important first. */
export interface Importances {
  /** Trials that say so. */
  readonly trials: number;
  readonly params: readonly NamedImportance[];
  readonly branches: readonly NamedImportance[];
  /** Of augmentation: how often and how strongly it is applied. Empty without policies. */
  readonly ops: readonly NamedImportance[];
}

export interface ImportanceSettings {
  readonly parameters: readonly Parameter[];
  readonly direction: Direction;
  /** How much a design's policy makes of each op, from 0; absent where there is none. */
  readonly opStrengths?: (params: Params) => ReadonlyMap<string, number>;
}

/** Undefined while there are too few trials, or no differences between them. Pure: the same for the same trials. */
export function importancesOf(trials: readonly ScoredParams[], settings: ImportanceSettings): Importances | undefined {
  const { parameters, direction, opStrengths } = settings;
  const losses = trials.map(({ value }) => (direction === 'minimize' ? value : -value));
  const points = trials.map(({ params }) => params);
  const measured = measure(
    parameters.map((parameter) => [parameter.name, columnOf(parameter, points)]),
    losses,
  );
  if (measured === undefined) return undefined;
  const branchOf = new Map<string, string>(parameters.map(({ name, branch }) => [name, branch]));
  return {
    trials: trials.length,
    params: mostFirst(measured),
    branches: mostFirst(sums(measured, ({ name }) => branchOf.get(name) ?? '')),
    ops: opStrengths === undefined ? [] : mostFirst(measure(opColumns(points.map(opStrengths)), losses) ?? []),
  };
}

function measure(columns: readonly (readonly [string, Column])[], losses: readonly number[]) {
  const found = pedAnova(
    columns.map(([, column]) => column),
    losses,
    createRng('importance'),
  );
  return found?.map((importance, i): NamedImportance => ({ name: columns[i]?.[0] ?? '', ...importance }));
}

function columnOf({ name, domain }: Parameter, points: readonly Params[]): Column {
  const values = points.map((params) => params[name]);
  if (domain.kind === 'float' || domain.kind === 'int') {
    return numberColumn(values.map((value) => (value === undefined ? Number.NaN : unitOf(domain, value))));
  }
  const choices: readonly ParamValue[] = domain.choices;
  return choiceColumn(
    values.map((value) => (value === undefined ? -1 : choices.indexOf(value))),
    choices.length,
  );
}

/** One for each op that any policy applies, from never to the most there is. */
function opColumns(strengths: readonly ReadonlyMap<string, number>[]): [string, Column][] {
  const names = [...new Set(strengths.flatMap((each) => [...each.keys()]))].sort();
  return names.map((name) => {
    const values = strengths.map((each) => each.get(name) ?? 0);
    const most = Math.max(...values) || 1;
    return [name, numberColumn(values.map((value) => value / most))];
  });
}

function sums(items: readonly NamedImportance[], groupOf: (item: NamedImportance) => string): NamedImportance[] {
  const groups = new Map<string, NamedImportance>();
  for (const item of items) {
    const name = groupOf(item);
    const known = groups.get(name);
    groups.set(name, {
      name,
      share: (known?.share ?? 0) + item.share,
      clear: item.clear || known?.clear === true,
    });
  }
  return [...groups.values()];
}

function mostFirst(items: readonly NamedImportance[]): NamedImportance[] {
  return items.toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}
