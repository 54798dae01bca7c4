import type { Domain, Params, ParamValue, Space } from '@cambium/core';
import { domainSize } from './domain/domain-size.js';
import { gridValue } from './domain/unit-scale.js';
import { isActive } from './space/activity.js';

/**
 * Every point of a small finite space, feasible or not, in a fixed order; undefined where there are more than `limit`
 * or a parameter is continuous. Different points may still mean the same design (`canonicalKey`).
 */
export function enumeratePoints(space: Space, limit: number): readonly Params[] | undefined {
  let points: Params[] = [{}];
  for (const parameter of space.parameters) {
    const grown: Params[] = [];
    for (const point of points) {
      if (!isActive(parameter, point)) {
        grown.push(point);
        continue;
      }
      if (grown.length + domainSize(parameter.domain) > limit) return undefined;
      for (const value of valuesOf(parameter.domain)) grown.push({ ...point, [parameter.name]: value });
    }
    points = grown;
  }
  return points;
}

/** All values of a domain of finite size, in order. */
function valuesOf(domain: Domain): readonly ParamValue[] {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') return domain.choices;
  return Array.from({ length: domainSize(domain) }, (_, index) => gridValue(domain, index));
}
