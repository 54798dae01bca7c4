'use client';

import { useEffect, useEffectEvent } from 'react';

/** Asks the health route until the API is back: for pages that have no connection on which it could tell. */
export function ReturnWatch({ onReturn }: { readonly onReturn: () => void }): null {
  const back = useEffectEvent(onReturn);
  useEffect(() => {
    const timer = setInterval(async () => {
      const up = await fetch('/healthz').then(
        (response) => response.ok,
        () => false,
      );
      if (up) back();
    }, 2000);
    return () => clearInterval(timer);
  }, []);
  return null;
}
