import { keyHash } from '@cambium/core';

/** Four make a Feistel network of random functions indistinguishable from a random permutation (Luby and Rackoff 1988). */
const rounds = 6;

/**
 * The image of `index` under a permutation of 0 … size − 1 that `key` chooses: a shuffled list without the list. A Feistel
 * network permutes the next power of four; what falls outside goes through it again (cycle walking, Black and Rogaway
 * 2002), less than four times on average.
 */
export function permuteIndex(index: bigint, size: bigint, key: string): bigint {
  const half = BigInt(Math.ceil((size - 1n).toString(2).length / 2));
  const mask = (1n << half) - 1n;
  let image = index;
  do {
    let left = image >> half;
    let right = image & mask;
    for (let round = 0; round < rounds; round++) {
      [left, right] = [right, left ^ (hash(`${key}/${round}/${right}`, half) & mask)];
    }
    image = (left << half) | right;
  } while (image >= size);
  return image;
}

/** At least `bits` pseudo-random bits of a text. */
function hash(text: string, bits: bigint): bigint {
  let digits = '';
  for (let block = 0; BigInt(digits.length * 4) < bits; block++) digits += keyHash(`${text}/${block}`);
  return BigInt(`0x${digits}`);
}
