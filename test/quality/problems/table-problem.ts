import { existsSync } from 'node:fs';
import type { JsonObject, Params, Space } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { openTable, type Table, tableSettings } from '@cambium/tasks/benchmarks';
import { tasks } from '@cambium/tasks/manifests';
import { MissingData } from './problem.js';

/** A table of the task `table` with the space that it brings. @throws MissingData */
export async function openTableWithSpace(
  settings: JsonObject & { readonly file: string },
): Promise<{ readonly table: Table; readonly space: Space; lookUp(params: Params): Record<string, number | null> }> {
  if (!existsSync(settings.file)) throw new MissingData(`${settings.file} is not here`);
  const table = await openTable(tableSettings.parse(settings), { dataDir: '.' });
  const space = await ownSpace('table', settings);
  return { table, space, lookUp: (params) => table.measure(table.find(params), 1, null) };
}

/** The space of a task that brings one. */
export async function ownSpace(task: string, settings: JsonObject): Promise<Space> {
  const manifest = tasks.get(task);
  const parsed = manifest.settings.safeParse(settings);
  if (!parsed.success) throw new Error(`${task} refuses ${JSON.stringify(settings)}`);
  const prepared = await manifest.prepare(parsed.data, { dataDir: '.' });
  if (prepared.kind === 'refused') throw new Error(prepared.issues.map(({ message }) => message).join('; '));
  return requireSpace(prepared.space ?? {});
}
