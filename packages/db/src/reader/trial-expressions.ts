import type { SqlParameters } from './sql-parameters.js';

/** SQL of things inside a trial's documents, for the table alias `t`. Names come in as parameters. */

/** Final, else newest, else static metric; null when absent or not finite. */
export function metricSql(name: string, parameters: SqlParameters): string {
  const key = parameters.add(name, 'text');
  return `cast(coalesce(t.metrics ->> ${key}, t.static_metrics ->> ${key}) as double precision)`;
}

/** Text of the parameter's JSON, as JavaScript writes it: `0.001`, `"adam"`, `true`. Null when absent. */
export function paramJsonSql(name: string, parameters: SqlParameters): string {
  return `cast(t.params -> ${parameters.add(name, 'text')} as text)`;
}

/** The parameter when it is a number, else null. */
export function numericParamSql(name: string, parameters: SqlParameters): string {
  const key = parameters.add(name, 'text');
  return `(case when json_typeof(t.params -> ${key}) = 'number' then cast(t.params ->> ${key} as double precision) end)`;
}
