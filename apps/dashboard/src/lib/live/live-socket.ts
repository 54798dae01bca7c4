import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql';
import { type ClientOptions, createClient } from 'graphql-ws';

/** idle: nothing to follow. refused: not signed in; the socket is not tried again. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'refused';

export interface LiveSink<Data> {
  readonly next: (data: Data) => void;
  /** The stream ended with errors of this operation, not of the connection. */
  readonly fail?: (message: string) => void;
}

export interface LiveSocket {
  /** Follows a subscription over every lost connection. `variables` are read anew at each one. Returns how to stop. */
  follow<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: () => Variables,
    sink: LiveSink<Data>,
  ): () => void;
  state(): LiveState;
  /** Returns how to stop listening. */
  onState(listener: () => void): () => void;
  /** Called after the connection is there again. Returns how to stop listening. */
  onReconnect(listener: () => void): () => void;
}

export interface LiveSocketOptions {
  readonly url: string;
  readonly webSocketImpl?: ClientOptions['webSocketImpl'];
  /** Longest wait between two tries, in milliseconds. */
  readonly maxWaitMs?: number;
}

/** 4401 of graphql-ws and 4403 of our server: the session is gone, so trying again can't help. */
const refusals = [4401, 4403];

/** One WebSocket for all subscriptions of the page; it comes back by itself, quickly at first. */
export function createLiveSocket({ url, webSocketImpl, maxWaitMs = 2000 }: LiveSocketOptions): LiveSocket {
  let current: LiveState = 'idle';
  let followers = 0;
  const stateListeners = new Set<() => void>();
  const reconnectListeners = new Set<() => void>();
  const set = (next: LiveState) => {
    if (current === next) return;
    current = next;
    for (const listener of stateListeners) listener();
  };
  const pause = (tries: number) =>
    reachableAgain(Math.min(maxWaitMs, 100 * 2 ** Math.min(tries, 10)) * (0.5 + Math.random()));
  const client = createClient({
    url,
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (reason) => !isRefusal(reason),
    retryWait: pause,
    on: {
      connecting: () => set(current === 'reconnecting' ? 'reconnecting' : 'connecting'),
      connected: () => {
        const again = current === 'reconnecting';
        set('live');
        if (again) for (const listener of reconnectListeners) listener();
      },
      closed: (event) => set(isRefusal(event) ? 'refused' : closeCode(event) === 1000 ? 'idle' : 'reconnecting'),
    },
    ...(webSocketImpl === undefined ? {} : { webSocketImpl }),
  });
  return {
    follow: (document, variables, sink) => {
      // The message is written at each connection, so a getter makes it carry the newest variables.
      const payload = {
        query: print(document),
        get variables() {
          return variables();
        },
      };
      let over = false;
      let tries = 0;
      let end = () => {};
      const begin = () => {
        if (over) return;
        end = client.subscribe(payload, {
          next: ({ data, errors }) => {
            tries = 0;
            if (data) sink.next(data as never);
            else if (errors) sink.fail?.(errors.map((error) => error.message).join(' '));
          },
          error: (reason) => {
            // graphql-ws gives up at most codes of a close; only a refusal is a reason to.
            if (Number.isNaN(closeCode(reason)) || isRefusal(reason)) sink.fail?.(describe(reason));
            else void pause(tries++).then(begin);
          },
          complete: () => undefined,
        });
      };
      followers++;
      begin();
      return () => {
        if (over) return;
        over = true;
        end();
        followers--;
        if (followers === 0 && current === 'reconnecting') set('idle');
      };
    },
    state: () => current,
    onState: (listener) => add(stateListeners, listener),
    onReconnect: (listener) => add(reconnectListeners, listener),
  };
}

function add(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function closeCode(reason: unknown): number {
  return typeof reason === 'object' && reason !== null && 'code' in reason ? Number(reason.code) : Number.NaN;
}

function isRefusal(reason: unknown): boolean {
  return refusals.includes(closeCode(reason));
}

function describe(reason: unknown): string {
  if (Array.isArray(reason)) return reason.map((each: { message: string }) => each.message).join(' ');
  return reason instanceof Error ? reason.message : 'The live connection was refused.';
}

/** Waits, but no longer than until the machine is online again. */
function reachableAgain(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
  });
}
