import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFsArtifactStore } from '@cambium/artifacts';
import type { ArtifactStore } from '@cambium/core';
import { type Database, openDatabase } from '@cambium/db';
import { exportFormats, exportModel, type ModelFiles, openBackend, verifyExport } from '@cambium/engine';
import { CommandError } from '../command-error.js';
import { databaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
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
  exportFormats.get(options.format);
  const address = await databaseAddress(environment);
  const database = await openDatabase({ url: address.url });
  try {
    const artifacts = createFsArtifactStore(path.join(environment.dataDir, 'artifacts'));
    const { trialId, number } = await modelTrial(database, id);
    const model = await modelFiles(database, artifacts, { trialId, number });
    const backend = await openBackend(options.format === 'saved-model' ? 'native' : 'auto');
    const files = await exportModel(backend, model, { format: options.format });
    const check = await verifyExport(backend, model, { format: options.format, files });
    for (const [name, bytes] of Object.entries(files)) {
      const file = path.join(options.out, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    await backend.close();
    const written = Object.keys(files).map((name) => path.join(options.out, name));
    console.log(JSON.stringify({ trial: number, format: options.format, files: written, ...check }));
    if (!check.same)
      throw new CommandError(`The exported model predicts differently (by up to ${check.maxDifference}).`);
  } finally {
    await database.close();
    await address.stop();
  }
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
