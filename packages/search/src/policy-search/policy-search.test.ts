import { createRng, type FinishedTrial, type Metrics, type Params, type PendingTrial, type Space } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { dada } from '../searchers/dada/dada.js';
import { fasterAutoaugment } from '../searchers/faster-autoaugment/faster-autoaugment.js';

const space = requireSpace({
  hp: { lr: { type: 'float', low: 0.001, high: 0.1 } },
  aug: { dialect: 'autoaugment', ops: ['rotate', 'invert', 'color'], subPolicies: 2, depth: 1 },
});

/** As the task names policies: by the place of each value. */
function named(policies: readonly Params[], { parameters }: Space = space): Metrics {
  const entries = policies.flatMap((values, number) =>
    parameters.flatMap(({ name, domain }) => {
      const place = 'choices' in domain ? domain.choices.indexOf(values[name] as never) : -1;
      return place < 0 ? [] : [[`candidate.${number}.${name}`, place] as const];
    }),
  );
  return Object.fromEntries(entries);
}

const policy = (op: string): Params =>
  Object.fromEntries(
    [0, 1].flatMap((place) => [
      [`aug.${place}.0.op`, op],
      [`aug.${place}.0.probability`, 0.6],
      [`aug.${place}.0.magnitude`, place],
    ]),
  );

const learnt = (trial: PendingTrial, policies: readonly Params[]): FinishedTrial => {
  const { values: _, ...told } = complete(trial, []);
  return { ...told, metrics: { policy_entropy: 1, ...named(policies) } };
};

/** Asks for a round's first trial. */
function open(search: ReturnType<typeof driveSearch>, number = 0): PendingTrial {
  const [opening] = search.suggest({ rng: createRng(number) });
  expect(opening).toMatchObject({ mode: 'relaxed-policy', why: { by: 'relaxed-policy' } });
  return { number, params: opening?.params ?? {}, mode: 'relaxed-policy' };
}

describe.each([dada, fasterAutoaugment])('$name', (searcher) => {
  const drive = (standalone = 2) => driveSearch({ searcher, space, options: { standalone } });

  it('has a policy learnt, waits for it, trains with those it names beside the same other parameters, and begins again', () => {
    const search = drive();
    const opening = open(search);
    expect(search.ask({ pending: [opening] })).toEqual({ kind: 'wait' });
    search.tell(learnt(opening, [policy('rotate'), policy('rotate'), policy('color')]));
    const suggestions = search.suggest({ count: 5 });
    expect(suggestions.map(({ params, mode }) => [params, mode])).toEqual(
      ['rotate', 'color'].map((op) => [{ 'hp.lr': opening.params['hp.lr'], ...policy(op) }, undefined]),
    );
    expect(suggestions.map(({ why }) => why)).toEqual([
      { by: 'likeliest choices', learntBy: 0, place: 1 },
      { by: 'drawn by their weights', learntBy: 0, place: 3 },
    ]);
    const pending = suggestions.map(({ params }, i) => ({ number: 1 + i, params }));
    expect(search.ask({ pending })).toEqual({ kind: 'wait' });
    search.tell(...pending.map((trial) => complete(trial, [0.9])));
    expect(open(search, 3).params['hp.lr']).not.toBe(opening.params['hp.lr']);
  });

  it('does not train with a policy again that an earlier round found', () => {
    const search = drive(1);
    search.tell(learnt(open(search), [policy('rotate')]));
    const [first] = search.suggest();
    search.tell(complete({ number: 1, params: first?.params ?? {} }, [0.9]));
    const second = open(search, 2);
    const same = { ...second, params: { ...second.params, 'hp.lr': first?.params['hp.lr'] as number } };
    search.tell(learnt(same, [policy('rotate'), policy('invert')]));
    expect(search.suggest()[0]).toMatchObject({ params: policy('invert'), why: { learntBy: 2, place: 2 } });
  });

  it('has a policy learnt anew where that failed, and draws one where none was named', () => {
    const search = drive(1);
    search.tell(endedAs('failed', open(search)));
    search.tell(learnt(open(search, 1), []));
    const [drawn] = search.suggest();
    expect(drawn?.why).toMatchObject({ by: 'random', learntBy: 1 });
    expect(space.validate(drawn?.params ?? {})).toEqual([]);
  });
});
