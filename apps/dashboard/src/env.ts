import * as z from 'zod';

const schema = z.object({
  /** 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Origin of the API as the dashboard's server reaches it. */
  CAMBIUM_API_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
});

export interface DashboardEnv {
  readonly port: number;
  readonly host: string;
  readonly apiUrl: string;
}

/** Reads the environment once, at the start. @throws Error naming the variable that is wrong. */
export function readEnv(): DashboardEnv {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`The environment is wrong:\n${z.prettifyError(parsed.error)}`);
  const { PORT, HOST, CAMBIUM_API_URL } = parsed.data;
  return { port: PORT, host: HOST, apiUrl: CAMBIUM_API_URL };
}

/** Tells the pages, which Next bundles apart from the server, where the API is. */
export function publishApiUrl(apiUrl: string): void {
  process.env.CAMBIUM_API_URL = apiUrl;
}

/** Where server components reach the API. Read at each call: it is known at run time only. */
export function currentApiUrl(): string {
  return readEnv().apiUrl;
}
