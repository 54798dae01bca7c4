import path from 'node:path';
import * as z from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** Origin of the dashboard, when it is in front. */
  CAMBIUM_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CAMBIUM_DATA_DIR: z
    .string()
    .default('.cambium')
    .transform((folder) => path.resolve(folder)),
  /** A PostgreSQL server; without it the embedded one runs in the data folder. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CAMBIUM_TEMPLATES_DIR: z.string().optional(),
  CAMBIUM_LEASE_MS: z.coerce.number().int().min(1_000).max(600_000).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = z.infer<typeof schema>;

/** @throws Error that names each variable that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) throw new Error(`the environment is not right:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
