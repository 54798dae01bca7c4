import type { ExecFileException } from 'node:child_process';
import { types } from 'node:util';

/** An error by its name at the start of a line, as Node and Python print the one that ended them. */
const namedError = /^[\w.]*Error( \[\w+\])?: /;

/** Why a child that `execFile` ran failed, in one line: the error that it printed, else how it ended. */
export function childFailure(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  const { killed, signal, stderr = '' } = error as ExecFileException;
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const named = lines.findLast((line) => namedError.test(line));
  if (named !== undefined) return named;
  if (killed === true) return 'it took too long';
  if (typeof signal === 'string') return `it was ended by ${signal}`;
  return lines.at(-1) ?? error.message;
}
