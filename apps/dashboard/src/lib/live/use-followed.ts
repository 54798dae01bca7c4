'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { EventBatch, EventHub } from './event-hub.js';

/** A server's answer and how to keep it true. */
export interface FollowedAnswer<State> {
  readonly hub: EventHub;
  /** What was asked. With another question, or an answer that is true up to another event, the state begins anew. */
  readonly question: string;
  /** The event up to which the answer is true. It belongs to the answer: a newer one elsewhere says nothing about it. */
  readonly lastSeq: number;
  readonly begin: () => State;
  readonly extend: (state: State, batches: readonly EventBatch[]) => State;
  /** Asks the server anew, when events after the answer are no longer to be had. */
  readonly refetch: () => void;
}

export type ChangeState<State> = (change: (state: State) => State) => void;

/** State that begins with an answer and is extended by every event after it. A change for an earlier answer is dropped. */
export function useFollowed<State>(answer: FollowedAnswer<State>): readonly [State, ChangeState<State>] {
  const { hub, lastSeq } = answer;
  const version = `${answer.question}@${lastSeq}`;
  const [held, setHeld] = useState(() => ({ version, state: answer.begin() }));
  const current = held.version === version ? held : { version, state: answer.begin() };
  if (current !== held) setHeld(current);

  const change: ChangeState<State> = (next) =>
    setHeld((now) => (now.version === version ? { version, state: next(now.state) } : now));
  const extend = useEffectEvent((batches: readonly EventBatch[]) => change((state) => answer.extend(state, batches)));
  const refetch = useEffectEvent(() => answer.refetch());
  useEffect(
    () => hub.listen(lastSeq, { batches: (batches) => extend(batches), gap: () => refetch() }),
    // The version says more than lastSeq: another question begins anew, too.
    // oxlint-disable-next-line react/exhaustive-deps
    [hub, lastSeq, version],
  );
  return [current.state, change];
}
