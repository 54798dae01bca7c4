import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 over names and contents of the folder's `.as` files. */
export function sourceDigest(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.as')) hash.update(`${name}\n${readFileSync(path.join(folder, name), 'utf8')}\n`);
  }
  return hash.digest('hex');
}
