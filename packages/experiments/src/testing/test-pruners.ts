import { createRegistry, definePruner, type PrunerDefinition } from '@cambium/core';
import * as z from 'zod';

/** Stops a trial at its second step when it is worse than every trial before it at that step. */
const worst = definePruner<unknown, { readonly seen: Readonly<Record<string, number>> }>({
  name: 'worst',
  stateVersion: 1,
  summary: 'Stops the worst.',
  options: z.strictObject({}),
  capabilities: { multiObjective: false },
  init: () => ({ seen: {} }),
  report(state, { maxStep }, { trial, step, values }) {
    const { seen } = state;
    const value = values[0] ?? Number.NaN;
    if (step !== 2 || step === maxStep) return { decision: 'continue', state };
    const others = Object.entries(seen).filter(([number]) => number !== String(trial));
    const decision = others.length > 0 && others.every(([, other]) => other < value) ? 'stop' : 'continue';
    return { decision, state: { seen: { ...seen, [trial]: value } } };
  },
});

const faultyPruner = definePruner({
  name: 'faulty',
  stateVersion: 1,
  summary: 'Goes wrong.',
  options: z.strictObject({}),
  capabilities: { multiObjective: true },
  init: () => null,
  report() {
    throw new Error('out of ideas');
  },
});

export const testPruners = createRegistry<PrunerDefinition>('pruner', [worst, faultyPruner]);
