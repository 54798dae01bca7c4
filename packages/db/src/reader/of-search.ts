import { ledgerModes } from '@cambium/core';

/** SQL: whether a row of `trials` was suggested by the searcher. */
export const ofSearch = `(mode is null or mode not in (${ledgerModes.map((mode) => `'${mode}'`).join(', ')}))`;
