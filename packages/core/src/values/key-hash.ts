// Local names: these run for every character, and a look-up through a module sandbox's globals is slow.
const { imul } = Math;

/** 64 bits of a text, in 16 hex digits: two FNV-1a hashes of different offsets, each with murmur3's finisher. */
export function keyHash(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9e3779b9);
}

function half(text: string, offset: number): string {
  let hash = offset;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 16777619);
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
