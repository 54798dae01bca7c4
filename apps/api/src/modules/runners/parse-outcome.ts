import { type ArtifactLink, CambiumError, type TrialOutcome } from '@cambium/core';
import * as z from 'zod';
import type { TrialOutcomeInput } from '../../generated/resolver-types.js';
import { metricsSchema } from './parse-report.js';

const artifacts = z
  .array(
    z.object({
      name: z.string().min(1).max(300),
      kind: z.enum(['checkpoint', 'log', 'model', 'file'] satisfies ArtifactLink['kind'][]),
      digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits'),
      bytes: z.number().int().min(0),
    }),
  )
  .max(200)
  .nullish()
  .transform((list) => list ?? []);

const failure = z
  .object({ code: z.string().min(1).max(100), message: z.string(), stderr: z.string().nullish() })
  .transform(({ stderr, ...rest }) => (stderr == null ? rest : { ...rest, stderr }));

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('complete'), metrics: metricsSchema, artifacts }),
  z.object({ kind: z.literal('stopped'), metrics: metricsSchema, artifacts }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), failure, retry: z.boolean(), artifacts }),
  z.object({ kind: z.literal('handed-back') }),
]);

/** @throws CambiumError `fix-input` that names the field. */
export function parseOutcome(input: TrialOutcomeInput): TrialOutcome {
  const parsed = outcomeSchema.safeParse(input);
  if (!parsed.success) throw new CambiumError('fix-input', `outcome: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
