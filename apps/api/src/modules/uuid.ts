const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that can't be one names nothing; the database is not asked. */
export function isUuid(id: string): boolean {
  return pattern.test(id);
}
