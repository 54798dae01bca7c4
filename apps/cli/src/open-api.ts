import path from 'node:path';
import { type RunningApi, startApi } from '@cambium/api';
import { createFsArtifactStore } from '@cambium/artifacts';
import { openDatabase } from '@cambium/db';
import { examplesFolder } from './examples-folder.js';

export interface OpenApiOptions {
  readonly databaseUrl: string;
  readonly databaseKind: 'embedded' | 'server';
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Origin under which browsers reach it. */
  readonly publicUrl?: string;
  /** Bursts of events within so many milliseconds come to subscribers as one message. */
  readonly coalesceMs?: number;
}

/** The API on an open and migrated database. Closing it closes the database too. */
export async function openApi(options: OpenApiOptions): Promise<RunningApi> {
  const database = await openDatabase({ url: options.databaseUrl });
  try {
    await database.migrate();
    const api = await startApi({
      port: options.port,
      ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
      ...(options.coalesceMs === undefined ? {} : { coalesceMs: options.coalesceMs }),
      database,
      databaseKind: options.databaseKind,
      artifacts: createFsArtifactStore(path.join(options.dataDir, 'artifacts')),
      dataDir: options.dataDir,
      templatesDir: examplesFolder,
    });
    const close = async () => {
      await api.close();
      await database.close();
    };
    return { ...api, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
