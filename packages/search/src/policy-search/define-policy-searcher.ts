import { defineHistorySearcher, relaxedPolicyMode, type Schema } from '@cambium/core';
import { askRounds } from '../supernet/ask-rounds.js';
import { derivedPolicy } from './derived-policy.js';

export interface PolicySearcher<Options> {
  readonly name: string;
  readonly summary: string;
  readonly options: Schema<Options>;
}

/**
 * A searcher whose rounds begin with a trial that learns an augmentation policy by gradient and names those that it derives, of
 * which `standalone` are trained with. How one is learnt is the task's part, which reads the same options.
 */
export function definePolicySearcher<Options extends { readonly standalone: number }>(
  searcher: PolicySearcher<Options>,
) {
  return defineHistorySearcher<Options>({
    ...searcher,
    stateVersion: 1,
    capabilities: {
      multiObjective: false,
      conditional: true,
      finite: false,
      // Each step waits for the whole of the one before.
      orderIndependent: true,
      multiFidelity: false,
      relaxedPolicy: true,
    },
    ask: (context) =>
      askRounds(context, {
        opening: relaxedPolicyMode,
        candidate: () => 'done',
        standalone: (round, index) =>
          round.standalone.length < context.options.standalone ? derivedPolicy(context, round, index) : undefined,
      }),
  });
}
