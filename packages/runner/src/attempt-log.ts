/** Lines of one attempt, kept to the newest `maxBytes`. */
export interface AttemptLog {
  add(text: string): void;
  bytes(): Uint8Array;
}

export function createAttemptLog(maxBytes = 1 << 20): AttemptLog {
  const lines: string[] = [];
  let size = 0;
  let dropped = 0;
  return {
    add(text) {
      for (const line of text.replace(/\n$/, '').split('\n')) {
        lines.push(line);
        size += line.length + 1;
      }
      while (size > maxBytes && lines.length > 1) {
        size -= (lines.shift() as string).length + 1;
        dropped += 1;
      }
    },
    bytes() {
      const head = dropped === 0 ? [] : [`[${dropped} earlier lines dropped]`];
      return new TextEncoder().encode([...head, ...lines, ''].join('\n'));
    },
  };
}
