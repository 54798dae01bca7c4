import { readFile } from 'node:fs/promises';
import { formatPath, type Issue } from '@cambium/core';
import { LineCounter, parseDocument } from 'yaml';
import { CommandError } from './command-error.js';

/** Reads a specification written in YAML or JSON. @throws CommandError (exit code 2) that says where it can't be read. */
export async function readSpec(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`Can't read ${file}: ${reasons[error.code ?? ''] ?? error.message}`, 2);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const [problem] = document.errors;
  if (problem !== undefined) throw new CommandError(`${file} is not valid YAML: ${problem.message}`, 2);
  return document.toJS({ maxAliasCount: 100 });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder. Give a specification in YAML or JSON, e.g. examples/first-search.yaml.',
  EACCES: 'this account may not read it.',
};

/** The refusal of a specification: one line for each thing that is wrong. */
export function refusal(file: string, issues: readonly Issue[]): CommandError {
  const lines = issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  return new CommandError(`${file} can't run as it is; nothing was started:\n${lines.join('\n')}`, 2);
}
