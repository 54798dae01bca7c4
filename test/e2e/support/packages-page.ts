import path from 'node:path';
import type { Page } from '@playwright/test';

const origin = 'https://packages.test';
const served = ['core', 'augment'];

/** A page in which the compiled packages can be imported by name, as they are on disk: nothing is bundled or replaced. */
export async function openPackagesPage(page: Page): Promise<void> {
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html() });
    const [name = '', ...file] = pathname.slice(1).split('/');
    return route.fulfill({ path: path.resolve(import.meta.dirname, '../../../packages', name, 'dist', ...file) });
  });
  await page.goto(`${origin}/`);
}

function html(): string {
  const imports = Object.fromEntries(served.map((name) => [`@cambium/${name}`, `/${name}/index.js`]));
  return `<!doctype html><title>packages</title><script type="importmap">${JSON.stringify({ imports })}</script>`;
}
