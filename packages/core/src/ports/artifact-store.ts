/** A checkpoint in the artifact store. */
export interface CheckpointRef {
  /** `sha256:<hex>`. */
  readonly digest: string;
  readonly step: number;
}

/** Content-addressed files. The digest is the name; a read whose content does not match throws. */
export interface ArtifactStore {
  /** Stores the bytes and returns their digest. Storing the same bytes twice keeps one copy. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ readonly digest: string; readonly bytes: number }>;
  /** @throws CambiumError `not-found`, or `give-up` when the stored content does not match its digest. */
  get(digest: string): Promise<Uint8Array>;
  has(digest: string): Promise<boolean>;
}
