import type { Params, Space } from '@cambium/core';
import { domainSize } from './domain/domain-size.js';
import { listValues } from './domain/list-values.js';
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
      for (const value of listValues(parameter.domain)) grown.push({ ...point, [parameter.name]: value });
    }
    points = grown;
  }
  return points;
}
