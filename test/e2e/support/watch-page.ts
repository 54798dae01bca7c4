import { expect, type Page } from '@playwright/test';

export interface PageWatch {
  /** Fails when the page has complained, or asked anything of another origin. */
  expectClean(): void;
}

/** Collects what a page does that no page may do. `allow` matches messages that belong to the test. */
export function watchPage(
  page: Page,
  { origin, allow = [] }: { origin: string; allow?: readonly RegExp[] },
): PageWatch {
  const complaints: string[] = [];
  const foreign = new Set<string>();
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!allow.some((each) => each.test(message.text()))) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host) foreign.add(url.href);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) foreign.add(socket.url());
  });
  return {
    expectClean() {
      expect(complaints).toEqual([]);
      expect([...foreign]).toEqual([]);
    },
  };
}
