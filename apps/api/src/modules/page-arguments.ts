import { CambiumError, type PageRequest } from '@cambium/core';

/** @throws CambiumError `fix-input` that names the argument and its range. */
export function inRange(name: string, value: number, { min, max }: { min: number; max: number }): number {
  if (value >= min && value <= max) return value;
  throw new CambiumError('fix-input', `${name} must be between ${min} and ${max}, got ${value}`);
}

/** `first` between 1 and 500, and `after`. */
export function pageRequest(args: { first?: number | null; after?: string | null }): PageRequest {
  const first = inRange('first', args.first ?? 50, { min: 1, max: 500 });
  return args.after == null ? { first } : { first, after: args.after };
}
