import { CambiumError } from '@cambium/core';

const maxDepth = 8;
const maxParts = 200;

/**
 * A filter or sort, whose types GraphQL has checked, as core takes it: GraphQL knows "absent" twice, core once.
 * @throws CambiumError `fix-input` when it is nested too deep or has too many parts.
 */
export function withoutNulls<Core>(name: string, input: unknown): Core {
  let parts = 0;
  const strip = (value: unknown, depth: number): unknown => {
    parts += 1;
    // A level of nesting is an object in a list.
    if (depth > 2 * maxDepth || parts > maxParts) {
      throw new CambiumError('fix-input', `${name} may nest ${maxDepth} deep and have ${maxParts} parts, not more`);
    }
    if (Array.isArray(value)) return value.map((item) => strip(item, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
    return Object.fromEntries(kept.map(([key, entry]) => [key, strip(entry, depth + 1)]));
  };
  return strip(input, 0) as Core;
}
