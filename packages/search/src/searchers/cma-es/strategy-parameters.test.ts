import { describe, expect, it } from '@jest/globals';
import { defaultPopulation, strategyParameters } from './strategy-parameters.js';

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

// All numbers are cma 4.5.0's (`es.sp` and `es.adapt_sigma`).
describe('strategyParameters', () => {
  it('has the constants of cma in 10 dimensions', () => {
    const parameters = strategyParameters(10, defaultPopulation(10));
    expect(parameters).toMatchObject({
      population: 10,
      parents: 5,
      effectiveParents: expect.closeTo(3.1672992814107017, 12),
      rankOneRate: expect.closeTo(0.015283824524751714, 14),
      rankMuRate: expect.closeTo(0.02355177665041747, 14),
      covariancePathRate: expect.closeTo(0.29499038303562225, 14),
      sigmaPathRate: expect.closeTo(0.3196142529106334, 14),
      damping: expect.closeTo(1.3196142529106334, 14),
    });
    expect([...parameters.weights]).toEqual(
      close([
        0.45627264690340597, 0.2707530970017852, 0.16223111715866978, 0.08523354710016448, 0.025509591835974777,
        -0.08001260758087224, -0.22176416099914653, -0.34455494178482093, -0.45286408637842196, -0.5497499176973853,
      ]),
    );
  });

  // In 2 dimensions the weights are limited by the negative ones' variance, in 40 by positive definiteness.
  it.each([
    [2, 6, [0.1548153998964136, 0.08559277942666424, 0.6245545390268264], [0.6370425712412168, -1.1559817781589212]],
    [
      40,
      30,
      [0.001166634432236289, 0.00790771705665891, 0.09488797256047374],
      [0.20742993904891407, -0.13420681761080525],
    ],
  ])('has those of cma in %d dimensions with %d samples', (dimension, population, rates, ends) => {
    const { rankOneRate, rankMuRate, covariancePathRate, weights } = strategyParameters(dimension, population);
    expect([rankOneRate, rankMuRate, covariancePathRate]).toEqual(close(rates));
    expect([weights[0], weights.at(-1)]).toEqual(close(ends));
  });

  it('takes 4 + ⌊3 ln d⌋ samples by default', () => {
    expect([1, 2, 10, 40].map(defaultPopulation)).toEqual([4, 6, 10, 15]);
  });
});
