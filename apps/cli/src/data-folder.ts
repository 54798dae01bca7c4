import { access, constants, mkdir } from 'node:fs/promises';
import { explainFileError } from '@cambium/db';

/** Makes the data folder. @throws CambiumError that says what to do when this account can't write there. */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw explainFileError(folder, cause);
  }
}
