import { modesWithoutDesign } from '@cambium/core';
import type { SqlParameters } from './sql-parameters.js';

/** SQL of things inside a trial's documents, for the table alias `t`. Names come in as parameters. */

/** Final, else newest, else static metric; null when absent or not finite. */
export function metricSql(name: string, parameters: SqlParameters): string {
  const key = parameters.add(name, 'text');
  return `cast(coalesce(t.metrics ->> ${key}, t.static_metrics ->> ${key}) as double precision)`;
}

/** As core's `ownParams`. */
const ownParams = `(case when coalesce(t.mode, '') not in (${modesWithoutDesign.map((mode) => `'${mode}'`).join()}) then t.params end)`;

/** Text of the parameter's JSON, as JavaScript writes it: `0.001`, `"adam"`, `true`. Null when absent. */
export function paramJsonSql(name: string, parameters: SqlParameters): string {
  return `cast(${ownParams} -> ${parameters.add(name, 'text')} as text)`;
}

/** The parameter when it is a number, else null. */
export function numericParamSql(name: string, parameters: SqlParameters): string {
  const key = parameters.add(name, 'text');
  return `(case when json_typeof(${ownParams} -> ${key}) = 'number' then cast(${ownParams} ->> ${key} as double precision) end)`;
}
