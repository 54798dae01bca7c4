import { CreateLedger1764000000000 } from './1764000000000-create-ledger.js';

/** In the order in which they run. A migration that has been released never changes: add another. */
export const migrations = [CreateLedger1764000000000] as const;
