import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder with node_api.h of the running Node. Throws, saying how to get it, when there is none. */
export function nodeHeaders() {
  const places = [
    path.resolve(path.dirname(process.execPath), '../include/node'),
    ...(process.env.npm_config_nodedir === undefined
      ? []
      : [path.join(process.env.npm_config_nodedir, 'include/node')]),
    '/usr/include/node',
    '/usr/include/nodejs/src',
  ];
  const found = places.find((place) => existsSync(path.join(place, 'node_api.h')));
  if (found === undefined) {
    throw new Error(`Node's headers (node_api.h) are in none of ${places.join(', ')}; Debian has them in libnode-dev`);
  }
  return found;
}
