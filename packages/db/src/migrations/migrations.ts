import { CreateLedger1764000000000 } from './1764000000000-create-ledger.js';
import { SeparateAlgorithmStates1764600000000 } from './1764600000000-separate-algorithm-states.js';
import { LetRunnerTokensEnd1766000000000 } from './1766000000000-let-runner-tokens-end.js';
import { NameRunnersInAttempts1766000001000 } from './1766000001000-name-runners-in-attempts.js';
import { LetRunnerTokensBeRevoked1766600000000 } from './1766600000000-let-runner-tokens-be-revoked.js';
import { KeepParetoFronts1767000000000 } from './1767000000000-keep-pareto-fronts.js';
import { PromoteAndRetrainTrials1767600000000 } from './1767600000000-promote-and-retrain-trials.js';
import { KeepLineages1768200000000 } from './1768200000000-keep-lineages.js';
import { CountDeviceTime1768200001000 } from './1768200001000-count-device-time.js';

/** In the order in which they run. A migration that has been released never changes: add another. */
export const migrations = [
  CreateLedger1764000000000,
  SeparateAlgorithmStates1764600000000,
  LetRunnerTokensEnd1766000000000,
  NameRunnersInAttempts1766000001000,
  LetRunnerTokensBeRevoked1766600000000,
  KeepParetoFronts1767000000000,
  PromoteAndRetrainTrials1767600000000,
  KeepLineages1768200000000,
  CountDeviceTime1768200001000,
] as const;
