import { defineHistorySearcher, relaxedPolicyMode } from '@cambium/core';
import { askRounds } from '../../supernet/ask-rounds.js';
import { derivedPolicy } from './derived-policy.js';
import { type DadaOptions, dadaOptions } from './options.js';

/** Differentiable automatic data augmentation (Li et al. 2020): one trial learns a policy, and names those that it derives. */
export const dada = defineHistorySearcher<DadaOptions>({
  name: 'dada',
  stateVersion: 1,
  summary:
    'Learns an augmentation policy by gradient while one network is trained: finds one in about the time of one or two trainings.',
  options: dadaOptions,
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
