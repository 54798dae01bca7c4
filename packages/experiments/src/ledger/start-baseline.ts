import type { Dependencies } from '../dependencies.js';
import type { Baseline } from './baselines.js';
import { createTrial, priorities } from './create-trial.js';
import type { Ledger } from './ledger.js';

/** Puts it into the queue. What is known of the design before training is the same with another policy. */
export async function startBaseline(
  needs: Pick<Dependencies, 'newId'>,
  ledger: Ledger,
  { original, params, policy }: Baseline,
): Promise<void> {
  const trial = await createTrial(needs, ledger, {
    suggestion: { params, mode: 'baseline', why: { by: 'baseline', policy, design: original.number } },
    staticMetrics: original.staticMetrics,
  });
  await ledger.tx.enqueue(trial, priorities.search);
}
