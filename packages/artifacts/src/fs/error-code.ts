/** `ENOENT`, `ENOSPC` …: the code of an error of the operating system. By shape: the error may be of another realm. */
export function errorCode(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}
