import type { RunnerResolvers } from '../../generated/resolver-types.js';
import { isAlive } from './is-alive.js';

export const runnerType: RunnerResolvers = {
  slots: ({ slots }) => slots.map((slot) => ({ ...slot })),
  alive: (runner, _args, { services }) => isAlive(runner, services),
};
