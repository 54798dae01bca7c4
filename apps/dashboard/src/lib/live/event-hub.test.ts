import { describe, expect, it } from '@jest/globals';
import { createEventHub, type EventBatch, mostBehind, mostEvents } from './event-hub.js';

/** The events from `first` to `last`. */
const batch = (first: number, last = first) =>
  ({
    lastSeq: last,
    events: Array.from({ length: last - first + 1 }, (_, i) => ({ seq: first + i })),
    trials: [],
  }) as unknown as EventBatch;

const seqs = (batches: readonly EventBatch[]) => batches.flatMap(({ events }) => events.map(({ seq }) => seq));

function listener() {
  const heard: number[] = [];
  let gaps = 0;
  return {
    batches: (batches: readonly EventBatch[]) => heard.push(...seqs(batches)),
    gap: () => gaps++,
    heard,
    gaps: () => gaps,
  };
}

describe('createEventHub', () => {
  it('gives a late part of the page what came after its own snapshot, then everything to come', () => {
    const hub = createEventHub();
    hub.begin(10);
    hub.publish([batch(11, 12), batch(13, 15)]);
    const late = listener();
    const stop = hub.listen(12, late);
    hub.publish([batch(16)]);
    stop();
    hub.publish([batch(17)]);
    expect(late.heard).toEqual([13, 14, 15, 16]);
    expect(late.gaps()).toBe(0);
    expect(hub.lastSeq).toBe(17);
  });

  it('tells a part whose snapshot is older than the events that are kept', () => {
    const hub = createEventHub();
    hub.begin(500);
    hub.publish([batch(501)]);
    const stale = listener();
    hub.listen(100, stale);
    expect(stale.gaps()).toBe(1);
    const exact = listener();
    hub.listen(500, exact);
    expect([exact.gaps(), exact.heard]).toEqual([0, [501]]);
  });

  it('tells of the gap when it begins, to a part that listened before', () => {
    const hub = createEventHub();
    const [stale, fresh] = [listener(), listener()];
    hub.listen(100, stale);
    hub.listen(1_002, fresh);
    expect(stale.gaps()).toBe(0);
    hub.begin(1_000);
    expect([stale.gaps(), fresh.gaps()]).toEqual([1, 0]);
    hub.publish([batch(1_001, 1_003)]);
    expect(fresh.heard).toEqual([1_003]);
    hub.publish([batch(1_004, 1_006)]);
    expect(seqs(hub.since(1_005) ?? [])).toEqual([1_006]);
  });

  it('begins where the oldest answer of the same page ends', () => {
    const hub = createEventHub();
    const [older, newer] = [listener(), listener()];
    hub.listen(1_000 - mostBehind, older);
    hub.listen(1_003, newer);
    hub.begin(1_000);
    expect([older.gaps(), hub.lastSeq]).toEqual([0, 1_000 - mostBehind]);
  });

  it('keeps a limited number of events, and knows which it dropped', () => {
    const hub = createEventHub();
    hub.begin(0);
    const [half, most] = [mostEvents / 2, mostEvents];
    hub.publish([batch(1, half), batch(half + 1, most), batch(most + 1, most + half)]);
    const [early, later] = [listener(), listener()];
    hub.listen(half - 1, early);
    hub.listen(half, later);
    expect([early.gaps(), later.gaps()]).toEqual([1, 0]);
    expect([later.heard[0], later.heard.length]).toEqual([half + 1, most]);
    expect(hub.since(half - 1)).toBeNull();
    expect(seqs(hub.since(most) ?? [])).toHaveLength(half);
  });

  it('begins once: a connection that was lost goes on where it was', () => {
    const hub = createEventHub();
    hub.begin(5);
    hub.publish([batch(6)]);
    hub.begin(5);
    const part = listener();
    hub.listen(5, part);
    expect(part.heard).toEqual([6]);
  });
});
