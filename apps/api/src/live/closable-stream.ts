/**
 * An async generator that ends at once when its consumer lets go, also while it waits: `return()` of a plain generator
 * would queue behind the pending `next()`. `run` gets a signal that is aborted then, or when `parent` is.
 */
export function closableStream<T>(
  parent: AbortSignal,
  run: (signal: AbortSignal) => AsyncGenerator<T>,
): AsyncIterableIterator<T, undefined> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (parent.aborted) abort();
  parent.addEventListener('abort', abort, { once: true });
  const generator = run(controller.signal);
  const ended = { done: true, value: undefined } as const;

  const close = async (): Promise<IteratorReturnResult<undefined>> => {
    parent.removeEventListener('abort', abort);
    abort();
    await generator.return(undefined).catch(() => undefined);
    return ended;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const result = await generator.next();
        return result.done === true ? await close() : result;
      } catch (error) {
        const wasClosed = controller.signal.aborted;
        await close();
        if (wasClosed) return ended;
        throw error;
      }
    },
    return: close,
  };
}
