import type { Domain, ParamValue } from '@cambium/core';
import { domainSize, listValues, unitOf, valueAt } from '@cambium/spaces';

/** So many values are all tried. */
const few = 16;

/**
 * The positions of other values of a domain to try from `position`: all of a few, or of choices; else those 1, 2, 4, 8 …
 * steps away. None where there is no smallest step.
 */
export function otherPositions(domain: Domain, position: number): readonly number[] {
  const size = domainSize(domain);
  if (size === Infinity) return [];
  const own = valueAt(domain, position);
  if (domain.kind === 'categorical' || size <= few) {
    return listValues(domain).flatMap((value) => (value === own ? [] : [unitOf(domain, value)]));
  }
  const positions: number[] = [];
  for (let distance = 1; distance < size; distance *= 2) {
    for (const away of [-distance, distance]) {
      const value = shifted(domain, own, away);
      if (value !== undefined) positions.push(unitOf(domain, value));
    }
  }
  return positions;
}

/** The value some steps away, or undefined beyond the ends. */
function shifted(
  domain: Exclude<Domain, { kind: 'categorical' }>,
  own: ParamValue,
  away: number,
): ParamValue | undefined {
  if (domain.kind === 'ordinal') return domain.choices[domain.choices.indexOf(own) + away];
  const step = domain.step ?? 1;
  const value = Number(own) + away * step;
  // Half a step of tolerance: stepped floats have rounding errors.
  return value < domain.low - step / 2 || value > domain.high + step / 2 ? undefined : value;
}
