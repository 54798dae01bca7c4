import {
  type BranchName,
  createRng,
  type DecodeContext,
  type Design,
  type DialectDefinition,
  type JsonObject,
  type Parameter,
  type Params,
  type ParamValue,
  type Registry,
  type Space,
  type SuperGraph,
} from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { designProblems } from './design-problems.js';
import { expectPartOf, expectWellGated } from './supergraph-cases.js';

type DecodableSpace = Space & {
  decode(params: Params, context: DecodeContext): Design;
  supergraph(context: DecodeContext): SuperGraph | undefined;
};

/** What the suite needs besides the registry. */
export interface DialectSuite {
  /** At least one settings input for every dialect, by name; `{}` is the defaults. */
  readonly examples: Readonly<Record<string, readonly JsonObject[]>>;
  /** Compiles a space of this one branch; throws on refusal. */
  compile(branch: BranchName, settings: JsonObject): DecodableSpace;
  /**
   * Dialects whose canonical key also merges networks that are written differently and compute the same. Which those are
   * is tested beside them.
   */
  readonly isomorphic?: readonly string[];
}

const contexts: readonly [DecodeContext, ...DecodeContext[]] = [
  { inputShape: [28, 28, 1], classes: 10 },
  { inputShape: [8, 8, 1], classes: 10 },
  { inputShape: [64, 48, 3], classes: 2 },
  { inputShape: [2, 3, 1], classes: 3 },
];
const rounds = 30;

/** Runs the contract of dialects over a whole registry. An empty registry fails. */
export function describeDialect(
  dialects: Registry<DialectDefinition>,
  { examples, compile, isomorphic = [] }: DialectSuite,
): void {
  it('has dialects to test', () => expect(dialects.names).not.toEqual([]));

  describe.each(dialects.names.map((name) => [name] as const))('dialect %s', (name) => {
    const dialect = dialects.get(name);
    const spaces = (examples[name] ?? []).map((settings) => compile(dialect.branch, { dialect: name, ...settings }));

    it('has examples', () => expect(spaces.length).toBeGreaterThan(0));

    it('says what it is for', () => expect(dialect.summary).toMatch(/^[A-Z].{20,}\.$/));

    it('lists parameters of its own branch, parents before children, none twice', () => {
      for (const { parameters } of spaces) expectWellFormed(parameters, dialect.branch);
    });

    it('decodes every sample to a valid design, for every shape, the same each time', () => {
      forEachPoint(spaces, (space, params) => {
        for (const context of contexts) {
          const design = space.decode(params, context);
          expect(Object.keys(design)).toEqual([dialect.branch]);
          expect(designProblems(design, context)).toEqual([]);
          expect(JSON.stringify(space.decode(params, context))).toBe(JSON.stringify(design));
        }
      });
    });

    it('is closed under sampling, mutation and crossover', () => {
      forEachPoint(spaces, (space, params, seed) => {
        const rng = createRng(`closed/${seed}`);
        const mutant = space.mutate(params, rng);
        const child = space.crossover(params, space.sample(rng), rng);
        for (const point of [params, mutant, child]) expect(space.validate(point)).toEqual([]);
        expect(JSON.stringify(mutant) === JSON.stringify(params)).toBe(!hasTwoPoints(space));
      });
    });

    it('repairs what is broken, and leaves what is whole alone', () => {
      forEachPoint(spaces, (space, params, seed) => {
        expect(space.repair(params, createRng(seed))).toEqual(params);
        const broken = breakSome(params, seed);
        const repaired = space.repair(broken, createRng(seed));
        expect(space.validate(repaired)).toEqual([]);
      });
    });

    it('encodes every parameter in [0, 1], NaN where inactive', () => {
      forEachPoint(spaces, (space, params) => {
        const code = space.encode(params);
        const active = new Set(space.active(params).map((parameter) => parameter.name));
        expect(active).toEqual(new Set(Object.keys(params)));
        expect(code).toHaveLength(space.parameters.length);
        space.parameters.forEach((parameter, index) => {
          const position = code[index] ?? Number.NaN;
          const right = active.has(parameter.name) ? position >= 0 && position <= 1 : Number.isNaN(position);
          expect({ name: parameter.name, position, right }).toMatchObject({ right: true });
        });
      });
    });

    it('counts the same paths in designs of one canonical key, if it knows any', () => {
      for (const { parameters, canonicalKey, pathEncoding, ...space } of spaces) {
        expect(pathEncoding === undefined).toBe(dialect.pathEncoding === undefined);
        if (pathEncoding === undefined) continue;
        expect(parameters.map((parameter) => parameter.name)).toEqual(expect.arrayContaining([...pathEncoding.params]));
        expect(new Set(pathEncoding.paths).size).toBe(pathEncoding.paths.length);
        const known = new Map<string, Float64Array>();
        for (let seed = 0; seed < 10 * rounds; seed++) {
          const params = space.sample(createRng(seed));
          const counts = pathEncoding.count(params);
          expect(counts).toHaveLength(pathEncoding.paths.length);
          expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
          const key = canonicalKey(params);
          expect(counts).toEqual(known.get(key) ?? counts);
          known.set(key, counts);
        }
      }
    });

    it('gives one canonical key to one design, and different keys to different designs', () => {
      for (const space of spaces) {
        const designs = new Map<string, string>();
        forEachPoint([space], (_, params) => {
          const design = JSON.stringify(contexts.map((context) => space.decode(params, context)));
          const key = space.canonicalKey(params);
          const known = isomorphic.includes(name) ? undefined : designs.get(key);
          expect(known ?? design).toBe(design);
          designs.set(key, design);
        });
        const merged = new Map([...designs].map(([key, design]) => [design, key]));
        expect(merged.size).toBe(designs.size);
      }
    });

    if (dialect.supergraph !== undefined) {
      it('has every design in one supergraph, with some settings at least', () => {
        const gated = spaces.filter((space) => space.supergraph(contexts[0]) !== undefined);
        expect(gated).not.toEqual([]);
        for (const context of contexts) {
          for (const space of gated) {
            const whole = space.supergraph(context) as SuperGraph;
            expectWellGated(whole, { parameters: space.parameters, context });
            forEachPoint([space], (_, params) => expectPartOf(whole, space.decode(params, context), params));
          }
        }
      });
    }

    it('refuses settings that it does not know', () => {
      const result = dialect.settings.safeParse({ ...examples[name]?.[0], 'no-such-setting': 1 });
      expect(result.success).toBe(false);
    });
  });
}

function forEachPoint<S extends Space>(
  spaces: readonly S[],
  check: (space: S, params: Params, seed: number) => void,
): void {
  for (const space of spaces) {
    for (let seed = 0; seed < rounds; seed++) check(space, space.sample(createRng(`dialect/${seed}`)), seed);
  }
}

function expectWellFormed(parameters: readonly Parameter[], branch: BranchName): void {
  const seen = new Set<string>();
  for (const parameter of parameters) {
    expect(parameter.name.startsWith(`${branch}.`)).toBe(true);
    expect(parameter.branch).toBe(branch);
    expect(seen.has(parameter.name)).toBe(false);
    for (const condition of parameter.conditions) expect(seen.has(condition.param)).toBe(true);
    seen.add(parameter.name);
  }
}

/** Whether some unconditional parameter has two values. */
function hasTwoPoints({ parameters }: Space): boolean {
  return parameters.some(({ domain, conditions }) => {
    if (conditions.length > 0) return false;
    return 'choices' in domain ? domain.choices.length > 1 : domain.high > domain.low;
  });
}

/** Drops a third of the keys, spoils a third, adds a stranger. */
function breakSome(params: Params, seed: number): Params {
  const rng = createRng(`break/${seed}`);
  const broken: Record<string, ParamValue> = { 'no.such.param': 1 };
  for (const [name, value] of Object.entries(params)) {
    const fate = rng.int(3);
    if (fate === 0) continue;
    broken[name] = fate === 1 ? value : 'no such value';
  }
  return broken;
}
