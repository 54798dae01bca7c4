import { createRegistry, defineSearcher, type Params, type SearcherDefinition } from '@cambium/core';
import * as z from 'zod';

const able = { multiObjective: true, conditional: true, finite: false, orderIndependent: false, multiFidelity: false };
const noOptions = z.strictObject({});

const uniform = defineSearcher({
  name: 'uniform',
  stateVersion: 1,
  summary: 'Independent draws.',
  options: noOptions,
  capabilities: { ...able, orderIndependent: true },
  init: () => null,
  ask: (state, { space, rng }) => ({
    result: { kind: 'suggest', suggestions: [{ params: space.sample(rng) }] },
    state,
  }),
  tell: (state) => state,
});

type ClimbState = { readonly best: { readonly params: Params; readonly value: number } | null; readonly told: number };

/** Depends on everything a searcher may depend on: order of tells, pending trials, budget, rng. */
const climb = (stateVersion: number) =>
  defineSearcher<{ step: number }, ClimbState>({
    name: 'climb',
    stateVersion,
    summary: 'Mutates the best so far.',
    options: z.strictObject({ step: z.number().positive().default(1) }),
    capabilities: { ...able, multiObjective: false, conditional: false },
    init: () => ({ best: null, told: 0 }),
    ask(state, { space, rng, pending, budget }) {
      let params = state.best === null ? space.sample(rng) : space.mutate(state.best.params, rng);
      for (const trial of pending) if (rng.next() < 0.5) params = space.mutate(trial.params, rng);
      if ((state.told + budget.maxTrials) % 7 === 0) params = space.sample(rng);
      return { result: { kind: 'suggest', suggestions: [{ params, why: { told: state.told } }] }, state };
    },
    tell({ best, told }, _context, { params, values }) {
      const value = values?.[0];
      const better = value !== undefined && (best === null || value < best.value);
      return { best: better ? { params, value } : best, told: told + 1 };
    },
  });

/** Three at a time, the next three when all three have ended. */
const generations = defineSearcher<unknown, { readonly open: number }>({
  name: 'generations',
  stateVersion: 1,
  summary: 'Generations of three.',
  options: noOptions,
  capabilities: able,
  init: () => ({ open: 3 }),
  ask({ open }, { space, rng, pending }) {
    if (open === 0 && pending.length > 0) return { result: { kind: 'wait' }, state: { open: -100 } };
    const left = open === 0 ? 3 : open;
    return {
      result: { kind: 'suggest', suggestions: [{ params: space.sample(rng) }] },
      state: { open: left - 1 },
    };
  },
  tell: (state) => state,
});

const five = defineSearcher<unknown, number>({
  name: 'five',
  stateVersion: 1,
  summary: 'Five draws and no more.',
  options: noOptions,
  capabilities: { ...able, finite: true },
  init: () => 0,
  ask: (asked, { space, rng }) =>
    asked === 5
      ? { result: { kind: 'exhausted' }, state: asked }
      : { result: { kind: 'suggest', suggestions: [{ params: space.sample(rng) }] }, state: asked + 1 },
  tell: (asked) => asked,
});

/** Goes wrong at its fourth suggestion, in the way that its options say. */
const faulty = defineSearcher<{ how: 'throws' | 'waits' | 'leaves' }, number>({
  name: 'faulty',
  stateVersion: 1,
  summary: 'Goes wrong.',
  options: z.strictObject({ how: z.enum(['throws', 'waits', 'leaves']) }),
  capabilities: able,
  init: () => 0,
  ask(asked, { space, rng, options }) {
    if (asked === 3 && options.how === 'throws') throw new Error('no idea');
    if (asked === 3 && options.how === 'waits') return { result: { kind: 'wait' }, state: asked };
    const params = asked === 3 ? { 'hp.x': 17 } : space.sample(rng);
    return { result: { kind: 'suggest', suggestions: [{ params }] }, state: asked + 1 };
  },
  tell: (asked) => asked,
});

export const testSearchers = createRegistry<SearcherDefinition>('searcher', [
  uniform,
  climb(1),
  generations,
  five,
  faulty,
]);

/** The same, after an upgrade that changed how `climb` keeps its state. */
export const upgradedSearchers = createRegistry<SearcherDefinition>('searcher', [
  uniform,
  climb(2),
  generations,
  five,
  faulty,
]);
