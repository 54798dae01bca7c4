import type { Interruption } from '../interruption.js';
import type { RunProgress } from './progress.js';

/** What every way of running an experiment to its end is given. */
export interface RunRequest {
  readonly onProgress: (progress: RunProgress) => void;
  /** Tells a person something beside the result. */
  readonly notice: (line: string) => void;
  /** When it happens, the run ends in good order and gives what was found so far. */
  readonly interruption: Interruption;
}

/** A specification and the file that it came from, for messages. */
export interface SpecFile {
  readonly file: string;
  readonly spec: unknown;
}
