/** A JSON scalar that is an object, as the API promises for it; an empty one where it isn't. */
export function jsonRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** As `jsonRecord`, keeping numbers and nulls only: metrics. */
export function numberRecord(value: unknown): Readonly<Record<string, number | null>> {
  const entries = Object.entries(jsonRecord(value)).filter(([, each]) => each === null || typeof each === 'number');
  return Object.fromEntries(entries) as Record<string, number | null>;
}
