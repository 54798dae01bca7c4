import { ledgerModes } from '@cambium/core';

const modeNames = ledgerModes.map((mode) => `'${mode}'`).join(', ');

/** SQL: whether a row of `trials` was suggested by the searcher. */
export const ofSearch = `(mode is null or mode not in (${modeNames}))`;

/** SQL: the kind of a row `t` of `trials`. */
export const trialKindSql = `(case when t.mode in (${modeNames}) then t.mode else 'search' end)`;
