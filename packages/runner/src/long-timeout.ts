/** Node's longest timer, 24.8 days; a longer one would ring after 1 ms. */
const longestMs = 2 ** 31 - 1;

/** `setTimeout` for any number of milliseconds. Returns what cancels it. */
export function startLongTimeout(ms: number, onEnd: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number) => {
    timer = left > longestMs ? setTimeout(() => wait(left - longestMs), longestMs) : setTimeout(onEnd, left);
  };
  wait(ms);
  return () => clearTimeout(timer);
}
