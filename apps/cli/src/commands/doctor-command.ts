import { statfs } from 'node:fs/promises';
import os from 'node:os';
import { openDatabase } from '@cambium/db';
import { probeBackends } from '@cambium/engine';
import { ensureDataFolder } from '../data-folder.js';
import { withDatabaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `cambium doctor`: what works here, and why not better. Exit code 1 when a search could not run. */
export async function runDoctor(environment: Environment, { json = false }: { json?: boolean }): Promise<void> {
  const backends = await probeBackends();
  const best = backends.find(({ available, automatic }) => available && automatic)?.name;
  const findings: Finding[] = [
    {
      what: 'Node.js',
      ok: true,
      detail: `${process.version} on ${os.type()} ${os.arch()}, ${os.availableParallelism()} cores`,
    },
    await dataFolder(environment.dataDir),
    await database(environment),
    ...backends.map(({ name, available, reason, device }) => ({
      what: `backend ${name}`,
      ok: available,
      detail: `${name === best ? 'used; ' : ''}${[device, reason].filter(Boolean).join('; ')}`,
    })),
  ];
  const needed = findings.filter(({ what }) => !what.startsWith('backend'));
  process.exitCode = best !== undefined && needed.every(({ ok }) => ok) ? 0 : 1;
  if (json) console.log(JSON.stringify({ ok: process.exitCode === 0, findings }));
  else for (const { what, ok, detail } of findings) console.log(`${ok ? '✓' : '–'} ${what.padEnd(16)} ${detail}`);
}

async function dataFolder(folder: string): Promise<Finding> {
  try {
    await ensureDataFolder(folder);
    const { bavail, bsize } = await statfs(folder);
    const free = (bavail * bsize) / 1e9;
    return {
      what: 'data folder',
      ok: free > 1,
      detail: `${folder}, ${free.toFixed(1)} GB free${free > 1 ? '' : ': make room, 1 GB is needed'}`,
    };
  } catch (error) {
    return { what: 'data folder', ok: false, detail: messageOf(error) };
  }
}

async function database(environment: Environment): Promise<Finding> {
  try {
    return await withDatabaseAddress(environment, async ({ url, kind }) => {
      await (await openDatabase({ url })).close();
      return {
        what: 'database',
        ok: true,
        detail: kind === 'embedded' ? 'embedded PostgreSQL starts' : 'DATABASE_URL answers',
      };
    });
  } catch (error) {
    return { what: 'database', ok: false, detail: messageOf(error) };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
