/** Largest file of any data set that can be fetched, times two. */
const maxBytes = 64 * 2 ** 20;
/** A slow line brings the largest file in this time at 45 kB/s. */
const timeoutMs = 600_000;

/** Downloads a file into memory. @throws Error that says what went wrong in one line. */
export async function downloadFile(url: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  } catch (cause) {
    throw new Error(`no connection (${reasonOf(cause)})`, { cause });
  }
  if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`more than ${maxBytes / 2 ** 20} MiB arrived, which is not this file`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` hides the network error in the cause of its own. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
