import path from 'node:path';
import * as z from 'zod';
import { CommandError } from './command-error.js';

const portRange = 'must be a number from 0 to 65535';

const schema = z.object({
  PORT: z.coerce.number(portRange).int(portRange).min(0, portRange).max(65_535, portRange).default(3000),
  CAMBIUM_DATA_DIR: z.string().min(1).default('.cambium'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  CAMBIUM_URL: z.url('must be an address like http://host:3000').optional(),
  CAMBIUM_TOKEN: z.string().optional(),
  BENCH_PYTHON: z.string().default('python3'),
});

export interface Environment {
  /** Where the dashboard listens, on the loopback interface. */
  readonly port: number;
  /** Absolute: the embedded database, artifacts, fetched data sets, the address of the running Cambium. */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** A running Cambium, for `cambium runner`. */
  readonly url: string | undefined;
  readonly token: string | undefined;
  /** A Python whose libraries benchmarks measure beside us. */
  readonly benchPython: string;
  /** The GPUs that are left to this process, as CUDA reads it: empty means none, undefined all. */
  readonly cudaVisibleDevices: string | undefined;
  /** All of it, for child processes. */
  readonly all: NodeJS.ProcessEnv;
}

/** Reads the environment once. @throws CommandError (exit code 2) that names the variable and the fix. */
export function readEnvironment(all: NodeJS.ProcessEnv = process.env): Environment {
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`);
    throw new CommandError(`The environment is not right. ${problems.join('; ')}`, 2);
  }
  const { PORT, CAMBIUM_DATA_DIR, DATABASE_URL, CAMBIUM_URL, CAMBIUM_TOKEN, BENCH_PYTHON } = parsed.data;
  return {
    port: PORT,
    dataDir: path.resolve(CAMBIUM_DATA_DIR),
    databaseUrl: DATABASE_URL,
    url: CAMBIUM_URL,
    token: CAMBIUM_TOKEN,
    benchPython: BENCH_PYTHON,
    cudaVisibleDevices: all['CUDA_VISIBLE_DEVICES'],
    all,
  };
}
