import { CambiumError } from '@cambium/core';

const pattern = /^sha256:([0-9a-f]{64})$/;

/** The 64 hexadecimal digits of `sha256:<hex>`. @throws CambiumError `fix-input` for anything else. */
export function hexOf(digest: string): string {
  const hex = pattern.exec(digest)?.[1];
  if (hex === undefined) {
    const message = `${JSON.stringify(digest)} is no digest; it must be "sha256:" and 64 lower-case hexadecimal digits`;
    throw new CambiumError('fix-input', message);
  }
  return hex;
}

/** Whatever is stored under a digest must hash to it: a wrong byte in a model must not go unnoticed. */
export function corrupt(digest: string, actual: string): CambiumError {
  return new CambiumError('give-up', `artifact ${digest} is damaged: its content hashes to ${actual}; store it again`);
}

export function notFound(digest: string): CambiumError {
  return new CambiumError('not-found', `there is no artifact ${digest}`);
}
