import type { Json } from '@cambium/core';

/** Makes any write to the state throw, so that an algorithm that changes its input in place is caught. */
export function deepFreeze(value: Json): Json {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner as Json);
  return Object.freeze(value);
}
