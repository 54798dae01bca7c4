/** A file or folder in a user's folder or archive. */
export interface SourceEntry {
  /** Path below the root with forward slashes: `cats/1.png`. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Size when unpacked. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What a data set is read from. `close` when done. */
export interface FileSource {
  readonly entries: readonly SourceEntry[];
  read(entry: SourceEntry): Promise<Uint8Array>;
  close(): void;
}

/** The path can't be used as a whole; the message says why and what would be right. */
export class UnusableSourceError extends Error {
  override readonly name = 'UnusableSourceError';
}
