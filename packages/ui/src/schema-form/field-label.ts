import { formatParam } from '../values/format-number.js';
import type { JsonSchema } from './json-schema.js';

/** `trainSize` as `Train size`; the schema's own title first. */
export function fieldTitle(name: string, schema: JsonSchema): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  const title = schema.title ?? words.charAt(0).toUpperCase() + words.slice(1);
  return schema.unit ? `${title} (${schema.unit})` : title;
}

/** The description, then the range and the default. */
export function fieldHelp(schema: JsonSchema): string | undefined {
  const parts = [schema.description?.replace(/\.$/, ''), rangeText(schema)];
  // An object's default is that of its fields, and a list of objects shows its own.
  if (schema.default !== undefined && !isRecord(schema.default) && !isRecordList(schema.default))
    parts.push(`default ${formatDefault(schema.default)}`);
  const text = parts.filter(Boolean).join('; ');
  if (text === '') return undefined;
  // A description may begin with the name of a value, which stays as it is.
  return schema.description ? `${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function formatDefault(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(formatParam).join(', ') || 'none' : formatParam(value);
}

/** Edited as JSON, which begins with the default. */
export function isRecordList(value: unknown): boolean {
  return Array.isArray(value) && value.some(isRecord);
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rangeText(schema: JsonSchema): string | undefined {
  const low = schema.exclusiveMinimum === undefined ? schema.minimum : schema.exclusiveMinimum;
  const high = schema.exclusiveMaximum === undefined ? schema.maximum : schema.exclusiveMaximum;
  const hasLow = low !== undefined && low > -Number.MAX_SAFE_INTEGER;
  const hasHigh = high !== undefined && high < Number.MAX_SAFE_INTEGER;
  if (hasLow && hasHigh) return `${low} to ${high}`;
  if (hasLow) return schema.exclusiveMinimum === undefined ? `at least ${low}` : `more than ${low}`;
  if (hasHigh) return schema.exclusiveMaximum === undefined ? `at most ${high}` : `less than ${high}`;
  return undefined;
}
