import { createRng, type FinishedTrial, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs, maximize, type SearchDriver } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { learnerOf } from './learner.js';
import { reinforce } from './reinforce.js';

/** Five arms, with as many designs behind each that there is always a new one. */
const bandit = requireSpace({
  hp: { arm: { type: 'categorical', choices: [0, 1, 2, 3, 4] }, other: { type: 'float', low: 0, high: 1 } },
});
const rewards = [0.2, 0.5, 0.3, 0.9, 0.6];
const drive = (options: object = {}, space = bandit) =>
  driveSearch({ searcher: reinforce, space, options, objectives: maximize });
const policyOf = (driver: SearchDriver) => driver.history.fold(learnerOf((driver.state as { key: string }).key)).policy;

/** Asks for a trial and tells what came of it, again and again. */
function search(
  driver: SearchDriver,
  trials: number,
  end: (trial: { number: number; params: Params }) => FinishedTrial,
) {
  for (let number = 0; number < trials; number++) {
    const [suggestion] = driver.suggest({ rng: createRng(7).fork(number) });
    driver.tell(end({ number, params: suggestion?.params ?? {} }));
  }
}

const arms = (driver: SearchDriver) => {
  const rng = createRng(9);
  const drawn = Array.from({ length: 200 }, () => Number(policyOf(driver).draw(rng)['hp.arm']));
  return rewards.map((_, arm) => drawn.filter((other) => other === arm).length / drawn.length);
};

describe('reinforce', () => {
  // Noise of 0.1 on every reward, seed 7. An error of sign would end at an arm of 0.2 or 0.3.
  it.each([
    [{ learningRate: 0.05 }, 300],
    [{ learningRate: 0.05, reward: 'standardised', entropy: 0.05 }, 300],
    [{ learningRate: 0.05, reward: 'cubed' }, 300],
    [{ learningRate: 0.05, algorithm: 'ppo', batch: 10 }, 400],
    [{ learningRate: 0.01, policy: 'lstm', units: 10 }, 400],
    [{ learningRate: 0.01, policy: 'lstm', units: 10, algorithm: 'ppo', batch: 10 }, 400],
  ])('learns the best arm of a bandit with %j', (options, trials) => {
    const driver = drive(options);
    const noise = createRng(8);
    search(driver, trials, (trial) =>
      complete(trial, [(rewards[Number(trial.params['hp.arm'])] ?? 0) + 0.1 * noise.normal()]),
    );
    expect(arms(driver)[3]).toBeGreaterThan(0.8);
  });

  it('closes in on the best value of a number', () => {
    const line = requireSpace({ hp: { lr: { type: 'float', low: 1e-4, high: 1, log: true } } });
    const driver = drive({ learningRate: 0.05 }, line);
    const exponent = (params: Params) => Math.log10(Number(params['hp.lr']));
    search(driver, 400, (trial) => complete(trial, [-((exponent(trial.params) + 1) ** 2)]));
    const rng = createRng(9);
    const drawn = Array.from({ length: 200 }, () => exponent(policyOf(driver).draw(rng)));
    const error = Math.sqrt(drawn.reduce((sum, x) => sum + (x + 1) ** 2 / drawn.length, 0));
    // At random it is 1.5.
    expect(error).toBeLessThan(0.4);
  });

  it('leaves arms that fail, break constraints or get pruned', () => {
    const driver = drive({ learningRate: 0.05 });
    search(driver, 300, (trial) => {
      switch (trial.params['hp.arm']) {
        case 0:
          return endedAs('failed', trial);
        case 1:
          return complete(trial, [Number.NaN]);
        case 2:
          return complete(trial, [2], { violation: 1 });
        case 3:
          return { ...complete(trial, [2]), state: 'pruned' };
        default:
          return complete(trial, [0.5 + 0.001 * (trial.number % 3)]);
      }
    });
    expect(arms(driver)[4]).toBeGreaterThan(0.8);
  });

  it('learns nothing from what was cancelled', () => {
    const driver = drive({ learningRate: 0.1 });
    driver.suggest();
    const before = [...policyOf(driver).weights];
    search(driver, 20, (trial) => endedAs('cancelled', trial));
    expect([...policyOf(driver).weights]).toEqual(before);
  });

  it('neither draws nor credits what is not active', () => {
    const space = requireSpace({
      hp: {
        kind: { type: 'categorical', choices: ['plain', 'deep'] },
        depth: { type: 'ordinal', choices: [1, 2, 3], when: { kind: ['deep'] } },
      },
    });
    const driver = drive({ learningRate: 0.1 }, space);
    driver.suggest();
    const depths = (all: Float64Array) => [...all.subarray(2)];
    const before = depths(policyOf(driver).weights);
    for (let number = 0; number < 10; number++) {
      driver.tell(complete({ number, params: { 'hp.kind': 'plain' } }, [number]));
    }
    expect(depths(policyOf(driver).weights)).toEqual(before);
    driver.tell(complete({ number: 10, params: { 'hp.kind': 'deep', 'hp.depth': 2 } }, [20]));
    expect(depths(policyOf(driver).weights)).not.toEqual(before);
  });

  it('updates once for each full batch', () => {
    const driver = drive({ batch: 4 });
    const updates = () => (driver.suggest()[0]?.why as { updates: number } | undefined)?.updates;
    const seen = Array.from({ length: 9 }, (_, number) => {
      driver.tell(complete({ number, params: { 'hp.arm': number % 5, 'hp.other': number / 10 } }, [number]));
      return updates();
    });
    expect(seen).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2]);
  });

  it('says why: the probability, the entropy, the baseline', () => {
    const driver = drive({}, requireSpace({ hp: { arm: { type: 'categorical', choices: [0, 1, 2, 3, 4] } } }));
    driver.tell(complete({ number: 0, params: { 'hp.arm': 0 } }, [4]));
    driver.tell(complete({ number: 1, params: { 'hp.arm': 1 } }, [1]));
    expect(driver.suggest()[0]?.why).toEqual({
      by: 'policy',
      probability: expect.closeTo(0.2, 1),
      entropy: expect.closeTo(Math.log(5), 2),
      // (0.9 · 0.1 · 4 + 0.1 · 1) / (0.9 · 0.1 + 0.1), as NATS-Bench corrects it.
      baseline: expect.closeTo(0.46 / 0.19, 4),
      updates: 2,
      draws: expect.any(Number),
    });
  });
});
