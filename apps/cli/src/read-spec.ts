import { readFile } from 'node:fs/promises';
import { formatPath, type Issue } from '@cambium/core';
import { LineCounter, parseDocument } from 'yaml';
import { CommandError } from './command-error.js';

/** Reads a specification written in YAML or JSON. @throws CommandError (exit code 2) that says where it can't be read. */
export async function readSpec(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`Can't read ${file}: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const [problem] = document.errors;
  if (problem !== undefined) throw new CommandError(`${file} is not valid YAML: ${problem.message}`, 2);
  return document.toJS({ maxAliasCount: 100 });
}

/** The refusal of a specification: one line for each thing that is wrong. */
export function refusal(file: string, issues: readonly Issue[]): CommandError {
  const lines = issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  return new CommandError(`${file} can't run as it is; nothing was started:\n${lines.join('\n')}`, 2);
}
