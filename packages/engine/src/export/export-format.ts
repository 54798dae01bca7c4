import type { EngineBackend } from '../backends/engine-backend.js';
import type { Network } from '../models/forward.js';

/** File name to content. */
export type ExportFiles = Readonly<Record<string, Uint8Array>>;

/** A form that a trained network can leave Cambium in. */
export interface ExportFormat {
  readonly name: string;
  readonly summary: string;
  /** Why the backend can't write or check this format; undefined when it can. */
  refusal(backend: Pick<EngineBackend, 'name'>): string | undefined;
  write(backend: EngineBackend, network: Network): Promise<ExportFiles>;
  /** Why the files can't be loaded on this machine to check them; undefined when they can. Absent: they always can. */
  uncheckable?(): Promise<string | undefined>;
  /** Loads the files as a user would and gives the logits [image][class] for normalised inputs. */
  logits(backend: EngineBackend, files: ExportFiles, inputs: ExportInputs): Promise<Float32Array>;
}

/** Normalised images: count × height × width × channels. */
export interface ExportInputs {
  readonly values: Float32Array;
  readonly shape: readonly [count: number, height: number, width: number, channels: number];
}
