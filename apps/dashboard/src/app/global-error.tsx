'use client';

import type { ReactElement } from 'react';

/** The frame itself failed: no theme, no components, just a way on. */
export default function GlobalError({
  error,
  reset,
}: {
  readonly error: Error;
  readonly reset: () => void;
}): ReactElement {
  return (
    <html lang="en">
      <body
        style={{ font: '1rem/1.6 system-ui, sans-serif', maxWidth: '34rem', margin: '15vh auto', padding: '0 1.5rem' }}
      >
        <title>Something went wrong · Cambium</title>
        <main>
          <h1>Something went wrong</h1>
          <p>{error.message}</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
