import type { RequestHandler } from 'express';

/**
 * `GET /healthz`, open to everyone: whether the process and its database answer, and nothing else. One check serves all
 * callers of a second, so that it can't be used to load the database.
 */
export function healthRoute(checkDatabase: () => Promise<unknown>): RequestHandler {
  let last: { at: number; up: Promise<boolean> } | undefined;
  return async (_request, response) => {
    const now = performance.now();
    if (last === undefined || now - last.at > 1_000) {
      last = { at: now, up: withinTwoSeconds(checkDatabase()) };
    }
    const up = await last.up;
    response
      .status(up ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: up ? 'ok' : 'unavailable', database: up ? 'up' : 'down' });
  };
}

async function withinTwoSeconds(check: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  const answered = check.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
