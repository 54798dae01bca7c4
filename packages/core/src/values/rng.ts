// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { imul, log, sqrt } = Math;

/**
 * A seeded source of random numbers. Two generators with the same seed and the same path of forks give the same
 * numbers, on every machine.
 */
export interface Rng {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, n). Free of modulo bias. @throws RangeError unless `n` is a whole number from 1 to 2³². */
  int(n: number): number;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** A uniformly chosen element. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new array in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent generator that depends on this one's seed and `name` only, not on how many numbers were drawn. */
  fork(name: string | number): Rng;
}

/** Creates a generator (sfc32) from a seed; strings and numbers are hashed to 128 bits of state. */
export function createRng(seed: string | number): Rng {
  return fromPath(String(seed));
}

function fromPath(path: string): Rng {
  const next32 = sfc32(hash128(path));
  const next = () => next32() / 4294967296;
  const int = (n: number) => {
    // More than one draw of 32 bits tells apart would never end.
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      throw new RangeError(`int(n) needs a whole n from 1 to 2³², got ${n}`);
    }
    const limit = 2 ** 32 - (2 ** 32 % n);
    let draw = next32();
    while (draw >= limit) draw = next32();
    return draw % n;
  };
  return {
    next,
    int,
    normal() {
      for (;;) {
        const u = 2 * next() - 1;
        const v = 2 * next() - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) return u * sqrt((-2 * log(s)) / s);
      }
    },
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('pick() from an empty list');
      return items[int(items.length)] as T;
    },
    shuffle<T>(items: readonly T[]): T[] {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = int(i + 1);
        [result[i], result[j]] = [result[j] as T, result[i] as T];
      }
      return result;
    },
    fork: (name) => fromPath(`${path}/${name}`),
  };
}

/** sfc32 of PractRand (Chris Doty-Humphrey), public domain; 128 bits of state, period at least 2³². */
function sfc32([s0, s1, s2, s3]: readonly [number, number, number, number]): () => number {
  let a = s0;
  let b = s1;
  let c = s2;
  let counter = s3;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** Four differently seeded FNV-1a hashes with a murmur3 finisher each. */
function hash128(text: string): readonly [number, number, number, number] {
  const hash = (offset: number) => {
    let h = offset;
    for (let i = 0; i < text.length; i++) h = imul(h ^ text.charCodeAt(i), 16777619);
    h = imul(h ^ (h >>> 16), 0x85ebca6b);
    h = imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  };
  return [hash(0x811c9dc5), hash(0x9e3779b9), hash(0x243f6a88), hash(0xb7e15162)];
}
