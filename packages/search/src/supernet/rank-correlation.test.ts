import { describe, expect, it } from '@jest/globals';
import { type JudgedTrial, networkScores, rankCorrelation } from './rank-correlation.js';

let number = 0;
const trial = (op: string, value: number | null, mode: string | null = null): JudgedTrial => ({
  number: number++,
  state: value === null ? 'failed' : 'complete',
  params: { 'arch.edge': op },
  values: value === null ? null : [value],
  mode,
});
const shared = (op: string, value: number | null) => trial(op, value, 'shared-weights');
const correlationOf = (trials: readonly JudgedTrial[]) => rankCorrelation(networkScores(trials));

describe('rankCorrelation', () => {
  it('pairs what was judged by shared weights with what was trained from scratch', () => {
    const judged = [shared('a', 0.1), shared('b', 0.2), shared('c', 0.3), shared('d', 0.4), shared('never trained', 0)];
    const trained = [trial('d', 0.8), trial('c', 0.9), trial('b', 0.6), trial('a', 0.5), trial('never judged', 1)];
    const trials = [trial('', null, 'supernet'), ...judged, ...trained];
    // One of six pairs is the other way round.
    expect(correlationOf(trials)).toMatchObject({ networks: 4, tau: 4 / 6, reliable: false });
    expect(correlationOf(trials.toReversed())).toEqual(correlationOf(trials));
    const [best] = trained;
    const scores = networkScores(trials);
    expect(scores).toHaveLength(4);
    expect(scores[0]).toEqual({ number: best?.number, judgedBy: judged[3]?.number, shared: 0.4, standalone: 0.8 });
  });

  it.each([
    [9, false],
    [10, true],
  ])('of %i networks has an interval to rely on: %s', (count, reliable) => {
    const names = Array.from({ length: count }, (_, i) => `network ${i}`);
    const trials = [...names.map((name, i) => shared(name, i)), ...names.map((name, i) => trial(name, i))];
    expect(correlationOf(trials)).toMatchObject({ networks: count, reliable });
  });

  it('takes the judgement of the supernet that a network came from', () => {
    const first = [shared('a', 0.9), shared('b', 0.5), shared('c', 0.6), trial('c', 0.7)];
    const second = [shared('a', 0.1), shared('b', 0.2), trial('a', 0.2), trial('b', 0.4)];
    expect(correlationOf([...first, ...second, shared('a', 1)])).toMatchObject({ networks: 3, tau: 1 });
  });

  it('says nothing of two networks, of failed and pruned ones, or of equals', () => {
    const judged = [shared('a', 0.1), shared('b', 0.2), shared('c', null)];
    expect(correlationOf([...judged, trial('a', 0.1), trial('b', 0.2), trial('c', 0.3)])).toBeUndefined();
    const whole = [shared('a', 0.1), shared('b', 0.2), shared('c', 0.3)];
    const pruned = { ...trial('c', 0.3), state: 'pruned' };
    expect(correlationOf([...whole, trial('a', 0.1), trial('b', 0.2), pruned])).toBeUndefined();
    const equal = [shared('a', 0.1), shared('b', 0.1), shared('c', 0.1)];
    expect(correlationOf([...equal, trial('a', 0.1), trial('b', 0.2), trial('c', 0.3)])).toBeUndefined();
    expect(correlationOf([...whole, ...['a', 'b', 'c'].map((op) => trial(op, 1, 'final'))])).toBeUndefined();
  });
});
