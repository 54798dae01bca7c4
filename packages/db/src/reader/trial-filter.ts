import type { TrialFilter } from '@cambium/core';
import { nestedSql, rangeSql } from './filter-sql.js';
import type { SqlParameters } from './sql-parameters.js';
import { metricSql, numericParamSql, paramJsonSql } from './trial-expressions.js';

/** A condition on the trials `t`. */
export function trialFilterSql(filter: TrialFilter, parameters: SqlParameters): string {
  return nestedSql(filter, ({ stateIn, number, value, metric, param }) => {
    const parts: string[] = [];
    if (stateIn !== undefined) parts.push(`t.state = any(${parameters.add(stateIn, 'text[]')})`);
    if (number !== undefined) parts.push(rangeSql('t.number', number, parameters));
    if (value !== undefined) parts.push(rangeSql('t.first_value', value, parameters));
    if (metric !== undefined) parts.push(rangeSql(metricSql(metric.name, parameters), metric.range, parameters));
    if (param?.in !== undefined) {
      const values = param.in.map((one) => JSON.stringify(one));
      parts.push(`${paramJsonSql(param.name, parameters)} = any(${parameters.add(values, 'text[]')})`);
    }
    if (param?.range !== undefined) {
      parts.push(rangeSql(numericParamSql(param.name, parameters), param.range, parameters));
    }
    return parts;
  });
}
