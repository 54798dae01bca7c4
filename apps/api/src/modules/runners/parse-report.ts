import { CambiumError, type ReportEntry } from '@cambium/core';
import * as z from 'zod';
import type { ReportEntryInput } from '../../generated/resolver-types.js';

export const metricsSchema = z.record(z.string().min(1).max(200), z.number().nullable());

const entriesSchema = z
  .array(z.object({ step: z.number().int().min(1), metrics: metricsSchema }))
  .min(1)
  .max(500);

/** @throws CambiumError `fix-input` that names the field. */
export function parseEntries(input: readonly ReportEntryInput[]): readonly ReportEntry[] {
  const parsed = entriesSchema.safeParse(input);
  if (!parsed.success) throw new CambiumError('fix-input', `entries: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
