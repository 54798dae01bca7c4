import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '@cambium/core';
import type { Logger } from 'pino';
import { parse } from 'yaml';

export interface ExperimentTemplate {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly yaml: string;
  readonly spec: Json;
}

/** Every *.yaml of the folder, by name. A file that can't be read is left out and named in the log. */
export async function readTemplates(folder: string | undefined, logger: Logger): Promise<ExperimentTemplate[]> {
  if (folder === undefined) return [];
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const templates = await Promise.all(
    files.map((file) =>
      readTemplate(path.join(folder, file)).catch((err: unknown) => {
        logger.warn({ err, file }, 'this template can not be read and is left out');
        return undefined;
      }),
    ),
  );
  return templates.filter((template) => template !== undefined);
}

async function readTemplate(file: string): Promise<ExperimentTemplate> {
  const yaml = await readFile(file, 'utf8');
  const spec = parse(yaml) as Record<string, Json> | null;
  const name = path.basename(file, path.extname(file));
  const described = typeof spec?.['description'] === 'string' ? spec['description'] : /^# ?(.+)$/m.exec(yaml)?.[1];
  return {
    name,
    title: typeof spec?.['name'] === 'string' ? spec['name'] : name,
    summary: described ?? partsOf(spec),
    yaml,
    spec,
  };
}

/** What a specification without a word about itself is made of: `image-classification · evolution + asha`. */
function partsOf(spec: Record<string, Json> | null): string {
  const named = (key: string) => (spec?.[key] as { name?: string } | undefined)?.name;
  const searched = [named('searcher'), named('pruner')].filter(Boolean).join(' + ');
  return [named('task'), searched].filter(Boolean).join(' · ');
}
