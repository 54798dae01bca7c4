import { CambiumError, isEnded, ownParams, type Trial, type TrialSort } from '@cambium/core';
import { trialToRow } from '../entities/trial-row.js';
import { lastNumber, nullsLast, type Sort, type SortKey } from './sort-keys.js';
import type { SqlParameters } from './sql-parameters.js';
import { metricSql, numericParamSql, paramJsonSql } from './trial-expressions.js';

const byNumber: SortKey<Trial> = { sql: 't.number', type: 'integer', of: (trial) => trial.number };

/**
 * The order of a list of trials. Rows without the sorted value come last in both directions.
 *
 * @throws CambiumError `fix-input` when a metric or parameter is asked for and not named.
 */
export function trialSort({ field, order, key }: TrialSort, parameters: SqlParameters): Sort<Trial> {
  const keys = [...leadingKeys({ field, order, key: key ?? '' }, parameters), byNumber];
  return { keys, order, identity: JSON.stringify([field, order, key ?? null]) };
}

function leadingKeys({ field, order, key }: Required<TrialSort>, parameters: SqlParameters): SortKey<Trial>[] {
  switch (field) {
    case 'number':
      return [];
    case 'state':
      return [{ sql: 't.state', type: 'text', of: (trial) => trial.state }];
    case 'value':
      return [floatKey('t.first_value', order, (trial) => trialToRow(trial).firstValue)];
    case 'duration':
      return [floatKey('t.duration_ms', order, (trial) => trialToRow(trial).durationMs)];
    case 'metric':
      requireKey(field, key);
      return [floatKey(metricSql(key, parameters), order, (trial) => metricOf(trial, key))];
    case 'param':
      requireKey(field, key);
      return paramKeys(key, order, parameters);
  }
}

function floatKey(sql: string, order: TrialSort['order'], of: (trial: Trial) => number | null): SortKey<Trial> {
  return { sql: nullsLast(sql, order), type: 'double precision', of: (trial) => of(trial) ?? lastNumber(order) };
}

/** Numbers by size, then words by code point, then absent ones: a conditional parameter may be any of these. */
function paramKeys(name: string, order: TrialSort['order'], parameters: SqlParameters): SortKey<Trial>[] {
  const json = paramJsonSql(name, parameters);
  const number = numericParamSql(name, parameters);
  const present = (trial: Trial) => ownParams(trial)[name] !== undefined;
  const isNumber = (trial: Trial) => typeof ownParams(trial)[name] === 'number';
  const rank = order === 'ASC' ? { there: 0, absent: 1 } : { there: 1, absent: 0 };
  return [
    {
      sql: `(case when ${json} is null then ${rank.absent} else ${rank.there} end)`,
      type: 'integer',
      of: (trial) => (present(trial) ? rank.there : rank.absent),
    },
    {
      sql: nullsLast(number, order),
      type: 'double precision',
      of: (trial) => (isNumber(trial) ? (ownParams(trial)[name] as number) : lastNumber(order)),
    },
    {
      sql: `((case when ${number} is null then coalesce(${json}, '') else '' end) collate "C")`,
      type: 'text',
      of: (trial) => (present(trial) && !isNumber(trial) ? JSON.stringify(ownParams(trial)[name]) : ''),
    },
  ];
}

function metricOf(trial: Trial, name: string): number | null {
  const measured = trial.state === 'running' || isEnded(trial) ? trial.metrics[name] : undefined;
  return measured ?? trial.staticMetrics[name] ?? null;
}

function requireKey(field: string, key: string): void {
  if (key !== '') return;
  const message = `Sorting by ${field} needs the name of the ${field} in "key".`;
  throw new CambiumError('fix-input', message, { issues: [{ path: ['sort', 'key'], code: 'missing-key', message }] });
}
