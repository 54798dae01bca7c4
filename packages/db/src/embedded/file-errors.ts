import { CambiumError } from '@cambium/core';

/** Says what a failed write to the data folder means for the person at the keyboard. */
export function explainFileError(folder: string, cause: unknown): CambiumError {
  if (cause instanceof CambiumError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  return new CambiumError('give-up', `${folder}: ${adviceFor(code ?? '', message)}`, { cause });
}

/** The same for what a PostgreSQL program printed or logged. */
export function explainServerOutput(folder: string, output: string): CambiumError {
  const code = errorCodes.find(([words]) => words.test(output))?.[1] ?? '';
  return new CambiumError('give-up', `${folder}: ${adviceFor(code, gistOf(output))}`, { cause: new Error(output) });
}

const errorCodes: readonly [RegExp, string][] = [
  [/no space left on device/i, 'ENOSPC'],
  [/permission denied|operation not permitted/i, 'EACCES'],
  [/could not bind|address already in use/i, 'EADDRINUSE'],
  [/pre-existing shared memory/i, 'EBUSY'],
];

/** initdb tells its whole story, and the log puts the time before each line: only what went wrong, in its own words. */
function gistOf(output: string): string {
  const lines = output
    .replaceAll(/[\d-]+ [\d:.]+ UTC \[\d+\] /g, '')
    .trim()
    .split('\n');
  const wrong = lines.filter((line) => /fatal|panic|error|could not|no space|denied/i.test(line));
  return (wrong.length > 0 ? wrong.slice(0, 3) : lines.slice(-5)).join('\n');
}

function adviceFor(code: string, detail: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full (${detail}). Free some space, or choose another data folder (CAMBIUM_DATA_DIR).`;
    case 'EACCES':
    case 'EPERM':
      return `this account may not use the folder (${detail}). Make it writable, start as the user who created it, or choose another data folder (CAMBIUM_DATA_DIR).`;
    case 'EROFS':
      return `the file system is read-only (${detail}). Choose another data folder (CAMBIUM_DATA_DIR).`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `a file is where a folder should be (${detail}). Choose another data folder (CAMBIUM_DATA_DIR).`;
    case 'EADDRINUSE':
      return `another program uses its port (${detail}). End that program, or stop Cambium and start it again: it then takes another port.`;
    case 'EBUSY':
      return `processes of a killed PostgreSQL still use it (${detail}). They end by themselves when their work is done.`;
    default:
      return `PostgreSQL could not use it: ${detail}`;
  }
}
