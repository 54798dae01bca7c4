import { createRng, type JsonObject, type Params, type ParamValue, type Space } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { requireSpace } from './require-space.js';

const shortValue = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd'));
const choices = fc.uniqueArray(shortValue, { minLength: 1, maxLength: 5 });

const number = fc.double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true });
const domain: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.tuple(number, fc.double({ min: 0.01, max: 50, noNaN: true })).map(([low, width]) => {
    return { type: 'float', low, high: low + width };
  }),
  fc
    .tuple(fc.double({ min: 1e-8, max: 1, noNaN: true }), fc.double({ min: 1.1, max: 1e6, noNaN: true }))
    .map(([low, ratio]) => ({ type: 'float', low, high: low * ratio, log: true })),
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 30 })).map(([tenths, steps]) => {
    return { type: 'float', low: tenths / 10, high: (tenths + steps) / 10, step: 0.1 };
  }),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
    .map(([low, steps, step]) => ({ type: 'int', low, high: low + steps * step, step })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2000 })).map(([low, width]) => {
    return { type: 'int', low, high: low + width, log: true };
  }),
  choices.map((list) => ({ type: 'categorical', choices: list })),
  choices.map((list) => ({ type: 'ordinal', choices: list })),
);

/** A condition that some value of the parent meets. */
function conditionOn(parent: JsonObject): JsonObject[string] {
  if (Array.isArray(parent.choices)) return parent.choices.slice(0, 2);
  return { min: (Number(parent.low) + Number(parent.high)) / 2 };
}

/** Up to six parameters; each but the first may depend on an earlier one. Declared in reverse: children first. */
const hpBranch = fc
  .array(fc.tuple(domain, fc.option(fc.nat({ max: 4 }), { nil: undefined })), { minLength: 1, maxLength: 6 })
  .map((drafts) => {
    const entries = drafts.map(([settings, parent], index) => {
      const target = parent === undefined ? undefined : drafts[parent];
      if (target === undefined || parent === undefined || parent >= index) return [`p${index}`, settings] as const;
      return [`p${index}`, { ...settings, when: { [`p${parent}`]: conditionOn(target[0]) } }] as const;
    });
    return Object.fromEntries(entries.toReversed());
  });

const compiled = hpBranch.map((hp): Space => requireSpace({ hp }));
const seeds = fc.integer({ min: 0, max: 1e6 });
const onSpaces = (check: (space: Space, seed: number) => void) =>
  fc.assert(fc.property(compiled, seeds, check), { numRuns: 150, seed: 7 });

/** Every way to spoil one key of a valid point, with the code that says so. */
function spoil(params: Params, name: string): [Params, string][] {
  const { [name]: _, ...without } = params;
  return [
    [without, 'missing-param'],
    [{ ...params, [name]: 'zzz' as ParamValue }, 'out-of-range'],
    [{ ...params, [name]: Number.NaN }, 'out-of-range'],
    [{ ...params, [`${name}x`]: 1 }, 'unknown-param'],
  ];
}

describe('any space of hyperparameters', () => {
  it('is closed under sampling, mutation and crossover', () => {
    onSpaces((space, seed) => {
      const rng = createRng(seed);
      const a = space.sample(rng);
      const b = space.sample(rng);
      for (const point of [a, space.mutate(a, rng), space.crossover(a, b, rng)]) {
        expect(space.validate(point)).toEqual([]);
      }
    });
  });

  it('repairs anything to a point, and a point to itself', () => {
    const anything = fc.dictionary(fc.constantFrom('hp.p0', 'hp.p1', 'hp.p2', 'hp.q'), fc.oneof(shortValue, number));
    fc.assert(
      fc.property(compiled, anything, seeds, (space, partial, seed) => {
        const repaired = space.repair(partial, createRng(seed));
        expect(space.validate(repaired)).toEqual([]);
        expect(space.repair(repaired, createRng(seed + 1))).toEqual(repaired);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('catches each thing that can be wrong with a point', () => {
    onSpaces((space, seed) => {
      const params = space.sample(createRng(seed));
      for (const name of Object.keys(params)) {
        for (const [broken, code] of spoil(params, name)) {
          expect(space.validate(broken)).toContainEqual(expect.objectContaining({ code }));
        }
      }
      const inactive = space.parameters.find((parameter) => params[parameter.name] === undefined);
      if (inactive === undefined) return;
      const surplus = space.validate({ ...params, [inactive.name]: 1 });
      expect(surplus).toEqual([expect.objectContaining({ code: 'inactive-param', path: [inactive.name] })]);
    });
  });

  it('encodes in [0, 1], or NaN where inactive', () => {
    onSpaces((space, seed) => {
      const params = space.sample(createRng(seed));
      space.encode(params).forEach((position, index) => {
        const name = space.parameters[index]?.name ?? '';
        const right = params[name] === undefined ? Number.isNaN(position) : position >= 0 && position <= 1;
        expect(right).toBe(true);
      });
    });
  });

  it('has equal keys for equal points only, whatever inactive keys are left in', () => {
    onSpaces((space, seed) => {
      const a = space.sample(createRng(seed));
      const b = space.mutate(a, createRng(seed));
      expect(space.canonicalKey({ ...Object.fromEntries(Object.entries(a).toReversed()), 'hp.q': 1 })).toBe(
        space.canonicalKey(a),
      );
      expect(space.canonicalKey(a) === space.canonicalKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    });
  });

  it('gives the same points for the same seed', () => {
    onSpaces((space, seed) => {
      expect(space.sample(createRng(seed))).toEqual(space.sample(createRng(seed)));
    });
  });
});
