import { CambiumError } from '@cambium/core';

/** Says what a failed write to the data folder means for the person at the keyboard. */
export function explainFileError(folder: string, cause: unknown): CambiumError {
  if (cause instanceof CambiumError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  return new CambiumError('give-up', `${folder}: ${adviceFor(code ?? '', message)}`, { cause });
}

/** The same for what a PostgreSQL program printed. */
export function explainServerOutput(folder: string, output: string): CambiumError {
  const text = output.trim();
  const code = /no space left on device/i.test(text)
    ? 'ENOSPC'
    : /permission denied|operation not permitted/i.test(text)
      ? 'EACCES'
      : '';
  return new CambiumError('give-up', `${folder}: ${adviceFor(code, text)}`, { cause: new Error(text) });
}

function adviceFor(code: string, detail: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full (${detail}). Free some space, or choose another data folder.`;
    case 'EACCES':
    case 'EPERM':
      return `this account may not use the folder (${detail}). Make it writable, start as the user who created it, or choose another data folder.`;
    case 'EROFS':
      return `the file system is read-only (${detail}). Choose another data folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `a file is where a folder should be (${detail}). Choose another data folder.`;
    default:
      return `PostgreSQL could not use it: ${detail}`;
  }
}
