import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFsArtifactStore } from '@cambium/artifacts';
import type { ArtifactStore } from '@cambium/core';
import type { Database } from '@cambium/db';
import {
  type ExportFiles,
  exportFormats,
  exportModel,
  type ModelFiles,
  openBackend,
  verifyExport,
} from '@cambium/engine';
import { CommandError } from '../command-error.js';
import { withDatabase } from '../database-address.js';
import type { Environment } from '../env.js';
import { expectId } from '../expect-id.js';
import { modelTrial } from '../model-trial.js';

export interface ExportCommandOptions {
  readonly format: string;
  readonly out: string;
}

/**
 * `cambium export`: writes the model of a trial, or of an experiment's retrained winner, loads it anew, and compares its
 * predictions with the original's. Exit code 1 when they differ.
 */
export async function runExport(environment: Environment, id: string, options: ExportCommandOptions): Promise<void> {
  const { format } = options;
  exportFormats.get(format);
  expectId(id);
  const { number, model } = await withDatabase(environment, (database) => trainedModel(database, id, environment));
  const backend = await openBackend(format === 'saved-model' ? 'native' : 'auto');
  try {
    const files = await exportModel(backend, model, { format });
    const check = await verifyExport(backend, model, { format, files });
    const written = await writeFiles(options.out, files);
    console.log(JSON.stringify({ trial: number, format, files: written, ...check }));
    if (check.same === false)
      throw new CommandError(`The exported model predicts differently (by up to ${check.maxDifference}).`);
  } finally {
    await backend.close();
  }
}

async function trainedModel(database: Database, id: string, { dataDir }: Environment) {
  const artifacts = createFsArtifactStore(path.join(dataDir, 'artifacts'));
  const trial = await modelTrial(database, id);
  return { number: trial.number, model: await modelFiles(database, artifacts, trial) };
}

async function writeFiles(folder: string, files: ExportFiles): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    written.push(file);
  }
  return written;
}

async function modelFiles(
  { reader }: Database,
  artifacts: ArtifactStore,
  { trialId, number }: { trialId: string; number: number },
): Promise<ModelFiles> {
  const links = await reader.artifactsOf([trialId]);
  const read = async (name: string) => {
    const link = links.find((candidate) => candidate.name === `model/${name}`);
    if (link === undefined) {
      throw new CommandError(
        `Trial ${number} left no model: only complete trials save one. Export the experiment’s winner.`,
        2,
      );
    }
    return artifacts.get(link.digest);
  };
  return { 'model.json': await read('model.json'), 'weights.bin': await read('weights.bin') };
}
