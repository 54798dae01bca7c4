import { type Spec, type SpecPath, valueAt } from './spec-text.js';

/** The text at a path; empty where there is none. */
export function textAt(spec: Spec, path: SpecPath): string {
  const value = valueAt(spec, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
