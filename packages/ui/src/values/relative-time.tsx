import { type ReactElement, useSyncExternalStore } from 'react';

const tickMs = 15_000;
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all ages on the page, so that they change together and cost one timer. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** `12 s ago`; the exact instant as the tooltip. The server's HTML, which knows no "now", has the UTC time. */
export function RelativeTime({ at }: { at: string | null | undefined }): ReactElement {
  const clock = useSyncExternalStore(
    subscribe,
    () => now,
    () => 0,
  );
  if (!at) return <span>–</span>;
  const exact = `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  return (
    <time dateTime={at} title={exact}>
      {clock === 0 ? exact.slice(0, 16) : formatAge(clock - Date.parse(at))}
    </time>
  );
}

/** Milliseconds as `just now`, `40 s ago`, `5 min ago`, `3 h ago`, `12 d ago`. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 10) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}
