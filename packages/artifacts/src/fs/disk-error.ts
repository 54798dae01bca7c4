import { CambiumError } from '@cambium/core';
import { errorCode } from './error-code.js';

/** What a person can do about an error of the file system; other errors come back as they are. */
export function diskError(cause: unknown, folder: string): unknown {
  switch (errorCode(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CambiumError('retry', `no space is left for artifacts in ${folder}; make room, then try again`, {
        cause,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CambiumError('give-up', `artifacts can't be written to ${folder}: permission denied`, { cause });
    default:
      return cause;
  }
}
