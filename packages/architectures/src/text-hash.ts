/**
 * 128 bits of a text as 32 hex digits: four FNV-1a lanes over its UTF-16 units, each with its own offset and murmur3's
 * finisher. Not cryptographic: it tells things apart, it proves nothing. No crypto import, so it runs anywhere.
 */
export function hashText(text: string): string {
  return offsets.map((offset) => lane(text, offset).toString(16).padStart(8, '0')).join('');
}

/** A 31-bit integer of a text, for seeds. */
export function hashToSeed(text: string): number {
  return lane(text, offsets[0]) >>> 1;
}

/** FNV's own offset basis, then fractional digits of the golden ratio, π and e. */
const offsets = [0x811c9dc5, 0x9e3779b9, 0x243f6a88, 0xb7e15162] as const;

function lane(text: string, offset: number): number {
  let h = offset;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    // Each lane rotates by its own amount: texts that collide in one lane do not for that reason collide in another.
    h = (h << (1 + (offset & 15))) | (h >>> (31 - (offset & 15)));
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
