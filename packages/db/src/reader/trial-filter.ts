import type { TrialFilter } from '@cambium/core';
import { nestedSql, rangeSql } from './filter-sql.js';
import { onFrontSql } from './on-front.js';
import type { SqlParameters } from './sql-parameters.js';
import { metricSql, numericParamSql, paramJsonSql } from './trial-expressions.js';
import { trialKindSql } from './trial-kind.js';

/** A condition on the trials `t`. */
export function trialFilterSql(filter: TrialFilter, parameters: SqlParameters): string {
  return nestedSql(filter, ({ stateIn, kindIn, number, onFront, parent, value, metric, param }) => {
    const parts: string[] = [];
    if (stateIn !== undefined) parts.push(`t.state = any(${parameters.add(stateIn, 'text[]')})`);
    if (kindIn !== undefined) parts.push(`${trialKindSql} = any(${parameters.add(kindIn, 'text[]')})`);
    if (parent !== undefined) parts.push(rangeSql('t.parent', parent, parameters));
    if (number !== undefined) parts.push(rangeSql('t.number', number, parameters));
    if (onFront !== undefined) parts.push(onFront ? onFrontSql : `not ${onFrontSql}`);
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
