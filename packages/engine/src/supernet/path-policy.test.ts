import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { adamVector } from './adam-vector.js';
import { choiceLayout, type Path } from './choices.js';
import { differentPaths, marginalsOf, type PathPolicy, policyGradient } from './path-policy.js';
import { policyOver } from './testing/policy-over.js';

const layout = choiceLayout([
  { param: 'a', values: ['x', 'y', 'z'] },
  { param: 'b', values: [1, 2] },
]);
const paths = ['x', 'y', 'z'].flatMap((a) => [1, 2].map((b): Path => ({ a, b })));
const chancesOf = (policy: PathPolicy, { a, b }: Path): readonly (readonly [all: readonly number[], of: number])[] => {
  const found = policy.probabilitiesOf({ a: a as string, b: b as number });
  return [
    [found.get('a') ?? [], ['x', 'y', 'z'].indexOf(a as string)],
    [found.get('b') ?? [], [1, 2].indexOf(b as number)],
  ];
};
const probabilityOf = (policy: PathPolicy, path: Path) =>
  chancesOf(policy, path).reduce((product, [all, of]) => product * (all[of] ?? 0), 1);

describe.each(['factorised', 'lstm'] as const)('a %s policy', (kind) => {
  const trained = () => {
    const policy = policyOver(layout.choices, kind, createRng(1));
    for (let i = 0; i < policy.weights.length; i++) policy.weights[i] = Math.sin(i);
    return policy;
  };

  it('has the gradient of the loss that it stands for', () => {
    const policy = trained();
    const drawn = [
      { path: { a: 'y', b: 1 }, advantage: 0.7 },
      { path: { a: 'x', b: 2 }, advantage: -0.4 },
    ];
    const weight = 0.3;
    const entropyAlong = (path: Path) =>
      chancesOf(policy, path).reduce((sum, [all]) => all.reduce((part, p) => part - p * Math.log(p), sum), 0);
    const loss = () =>
      drawn.reduce((sum, { path, advantage }) => {
        return sum - (advantage * Math.log(probabilityOf(policy, path)) + weight * entropyAlong(path)) / drawn.length;
      }, 0);
    const gradient = policyGradient(policy, drawn, weight);
    const step = 1e-5;
    const measured = policy.weights.map((before, i) => {
      const at = (value: number) => {
        policy.weights[i] = value;
        return loss();
      };
      const slope = (at(before + step) - at(before - step)) / (2 * step);
      policy.weights[i] = before;
      return slope;
    });
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(0.05);
    expect([...gradient]).toEqual([...measured].map((value) => expect.closeTo(value, 6)));
  });

  // Rewards with noise of deviation 0.3 around differences of 0.5. Seeds 0 … 4; a policy without the right sign ends in
  // the best arms of both in 1 of 6 runs.
  it('is led to the arms that pay', () => {
    const pay: Record<string, number> = { x: 0, y: 1, z: 0.5, 1: 0, 2: 0.5 };
    for (let seed = 0; seed < 5; seed++) {
      const rng = createRng(seed);
      const policy = policyOver(layout.choices, kind, rng.fork('weights'));
      const adam = adamVector(policy.weights, { learningRate: 0.02, beta1: 0.9, beta2: 0.999, weightDecay: 0 });
      let baseline = 0;
      for (let step = 0; step < 500; step++) {
        const path = policy.draw(rng);
        const reward = Object.values(path).reduce<number>(
          (sum, arm) => sum + (pay[String(arm)] ?? 0),
          0.3 * rng.normal(),
        );
        baseline = 0.9 * baseline + 0.1 * reward;
        adam.descend(policyGradient(policy, [{ path, advantage: reward - baseline }], 1e-3));
        policy.weights.set(adam.values);
      }
      // Logits within ± 1.1 let the best of three have 0.82 at most.
      const best = paths.toSorted((a, b) => probabilityOf(policy, b) - probabilityOf(policy, a))[0];
      expect(best).toEqual({ a: 'y', b: 2 });
    }
  });

  // 2,000 paths, seed 3: four standard deviations of a share are 0.045 at most.
  it('has the marginals of its paths, and draws different ones', () => {
    const policy = trained();
    const marginals = marginalsOf(policy, layout, { paths: 2000, rng: createRng(3) });
    layout.choices.forEach(({ param, values }, choice) => {
      values.forEach((value, i) => {
        const exact = paths
          .filter((path) => path[param] === value)
          .reduce((sum, path) => sum + probabilityOf(policy, path), 0);
        expect(Math.abs((marginals[layout.offset(choice) + i] as number) - exact)).toBeLessThan(0.045);
      });
    });
    const drawn = differentPaths(policy, 4, createRng(4));
    expect(new Set(drawn.map((path) => JSON.stringify(path))).size).toBe(4);
    expect(differentPaths(policy, 100, createRng(4))).toHaveLength(paths.length);
  });
});

it('an LSTM can like one option for the sake of another, which marginals do not tell', () => {
  const pairs = choiceLayout([
    { param: 'a', values: [0, 1] },
    { param: 'b', values: [0, 1] },
  ]);
  const rng = createRng(5);
  const policy = policyOver(pairs.choices, 'lstm', rng.fork('weights'));
  const adam = adamVector(policy.weights, { learningRate: 0.02, beta1: 0.9, beta2: 0.999, weightDecay: 0 });
  for (let step = 0; step < 400; step++) {
    const drawn = Array.from({ length: 4 }, () => policy.draw(rng)).map((path) => {
      return { path, advantage: path['a'] === path['b'] ? 0.5 : -0.5 };
    });
    adam.descend(policyGradient(policy, drawn, 0.1));
    policy.weights.set(adam.values);
  }
  const followed = policy.probabilitiesOf({ a: 0, b: 0 }).get('b')?.[0] ?? 0;
  const other = policy.probabilitiesOf({ a: 1, b: 0 }).get('b')?.[0] ?? 1;
  // Independent choices have the same probability in both.
  expect(followed - other).toBeGreaterThan(0.5);
});
