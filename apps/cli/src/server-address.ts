import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const file = (dataDir: string) => path.join(dataDir, 'address');

/** Where the dashboard of this data folder was last started, for commands that come later. */
export function rememberAddress(dataDir: string, url: string): Promise<void> {
  return writeFile(file(dataDir), url);
}

export function lastAddress(dataDir: string): Promise<string | undefined> {
  return readFile(file(dataDir), 'utf8').catch(() => undefined);
}
