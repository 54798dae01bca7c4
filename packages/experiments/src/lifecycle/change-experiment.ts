import type { Experiment, ExperimentState } from '@cambium/core';
import { inLedger, type LedgerNeeds } from '../ledger/in-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { refuseState } from './refuse-state.js';

/** One step in the life of an experiment. Returns it as it is after the step and all that follows from it. */
export async function changeExperiment(
  needs: LedgerNeeds,
  id: string,
  step: { readonly verb: string; readonly from: readonly ExperimentState[] },
  change: (ledger: Ledger) => Promise<void>,
): Promise<Experiment> {
  let after: (() => Experiment) | undefined;
  await inLedger(needs, id, async (ledger) => {
    refuseState(ledger.tx.experiment, step.verb, step.from);
    await change(ledger);
    after = () => ledger.tx.experiment;
  });
  if (after === undefined) throw new Error('the transaction returned without doing its work');
  return after();
}
