import { createHash } from 'node:crypto';
import { CambiumError } from '@cambium/core';
import type { Sort } from './sort-keys.js';

/** What a cursor belongs to: everything that decides which rows come and in which order. */
export function listIdentity(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/** Opaque to callers: base64url of the list's identity and the row's sort keys. */
export function encodeCursor<Node>(list: string, sort: Sort<Node>, node: Node): string {
  // As text, because JSON has no infinity and keeps the shortest form of a double either way.
  const keys = sort.keys.map((key) => String(key.of(node)));
  return Buffer.from(JSON.stringify({ list, keys })).toString('base64url');
}

/**
 * The sort keys to go on after.
 *
 * @throws CambiumError `fix-input` when the text is no cursor, or one of another list, filter or sort.
 */
export function decodeCursor<Node>(list: string, sort: Sort<Node>, cursor: string): readonly string[] {
  const parsed = parse(cursor);
  if (parsed === undefined || parsed.list !== list || parsed.keys.length !== sort.keys.length) throw refusal();
  const fits = sort.keys.every((key, i) => valid(key.type, parsed.keys[i] ?? ''));
  if (!fits) throw refusal();
  return parsed.keys;
}

function parse(cursor: string): { list: string; keys: string[] } | undefined {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as { list?: unknown; keys?: unknown };
    const { list, keys } = value ?? {};
    if (typeof list !== 'string' || !Array.isArray(keys)) return undefined;
    return keys.every((key): key is string => typeof key === 'string') ? { list, keys } : undefined;
  } catch {
    return undefined;
  }
}

function valid(type: string, text: string): boolean {
  switch (type) {
    case 'text':
      return !text.includes('\0');
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
    case 'integer':
      return /^-?\d{1,9}$|^-?1\d{9}$/.test(text);
    case 'bigint':
      return /^-?\d{1,16}$/.test(text);
    default:
      return text.trim() !== '' && !Number.isNaN(Number(text));
  }
}

function refusal(): CambiumError {
  return new CambiumError('fix-input', 'This cursor does not belong to this list.', {
    issues: [
      {
        path: ['after'],
        code: 'bad-cursor',
        message:
          'Use a cursor of an earlier page with the same filter and sort, or leave it out to start from the top.',
      },
    ],
  });
}
