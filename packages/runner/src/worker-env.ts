/** The platform's own variables (a worker is told what it needs), the database's address and libpq's secrets. */
const credentials = /^(CAMBIUM_|DATABASE_URL$|PG(PASSWORD|PASSFILE|SERVICEFILE|SSLKEY)$)/;

/**
 * The environment of a worker process: the runner's without its credentials. What a trial runs must not be able to speak
 * for the runner.
 */
export function workerEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !credentials.test(name.toUpperCase())));
}
