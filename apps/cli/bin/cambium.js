#!/usr/bin/env node
/** Builds what the command needs the first time, or after a source file changed, then runs it. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const setup = path.resolve(import.meta.dirname, '../../../infra/scripts/setup.mjs');
if (existsSync(setup) && process.env.CAMBIUM_SKIP_BUILD !== '1') {
  const { ensureBuilt, SetupError } = await import(setup);
  try {
    // Only `start` shows pages: everything else runs without the dashboard's build.
    ensureBuilt({ filters: process.argv[2] === 'start' ? [] : ['cambium...'] });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
const { main } = await import('../dist/index.js');
await main(process.argv);
