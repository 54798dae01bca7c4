import { CambiumError, type ExperimentEvent } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { closableStream } from './closable-stream.js';
import { followEvents } from './follow-events.js';

/** A ledger that the test writes to. */
function ledger() {
  const events: ExperimentEvent[] = [];
  const listeners = new Set<() => void>();
  let away = 0;
  return {
    listeners,
    append(count: number) {
      for (let i = 0; i < count; i++) {
        const seq = events.length + 1;
        events.push({ experimentId: 'e', seq, type: 'trial.reported', at: 0, trialNumber: 0, payload: {} });
        for (const listener of listeners) listener();
      }
    },
    beAway(reads: number) {
      away = reads;
    },
    store: {
      async events(_id: string, afterSeq: number, limit: number) {
        if (away-- > 0) throw new CambiumError('retry', 'away');
        return events.slice(afterSeq, afterSeq + limit);
      },
      onEvents(_id: string, listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

type Ledger = ReturnType<typeof ledger>;
const follow = ({ store }: Ledger, afterSeq = 0, mayRead = async () => true) =>
  closableStream(new AbortController().signal, (signal) =>
    followEvents({ store, experimentId: 'e', afterSeq, gapMs: 20, recheckMs: 60, mayRead, signal }),
  );
const seqs = (batch: IteratorResult<readonly ExperimentEvent[], unknown>) =>
  batch.done === true ? [] : batch.value.map(({ seq }) => seq);

describe('followEvents', () => {
  it('replays what was missed, then follows, each event once', async () => {
    const book = ledger();
    book.append(3);
    const stream = follow(book, 1);
    expect(seqs(await stream.next())).toEqual([2, 3]);
    const next = stream.next();
    book.append(1);
    expect(seqs(await next)).toEqual([4]);
    await stream.return?.();
    expect(book.listeners.size).toBe(0);
  });

  it('gives a burst as one batch', async () => {
    const book = ledger();
    book.append(1);
    const stream = follow(book);
    await stream.next();
    const next = stream.next();
    for (let i = 0; i < 5; i++) book.append(2);
    expect(seqs(await next)).toHaveLength(10);
    await stream.return?.();
  });

  it('gives a long history in pages without waiting for a signal', async () => {
    const book = ledger();
    book.append(1_200);
    const stream = follow(book);
    const sizes = [await stream.next(), await stream.next(), await stream.next()].map((batch) => seqs(batch).length);
    expect(sizes).toEqual([500, 500, 200]);
    await stream.return?.();
  });

  it('ends when reading is no longer allowed, also while idle', async () => {
    const book = ledger();
    book.append(1);
    let allowed = true;
    const stream = follow(book, 0, async () => allowed);
    await stream.next();
    allowed = false;
    expect((await stream.next()).done).toBe(true);
    expect(book.listeners.size).toBe(0);
  });

  it('waits for a database that is away and goes on where it was', async () => {
    const book = ledger();
    book.append(2);
    book.beAway(1);
    const stream = follow(book);
    expect(seqs(await stream.next())).toEqual([1, 2]);
    await stream.return?.();
  }, 5_000);

  it('lets go at once while it waits', async () => {
    const book = ledger();
    const stream = follow(book);
    const next = stream.next();
    await stream.return?.();
    expect((await next).done).toBe(true);
    expect(book.listeners.size).toBe(0);
  });
});
