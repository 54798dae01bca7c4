import type { ImageShape, Issue, Schema, TaskEnvironment } from '@cambium/core';

/** Images as uint8, one after the other, each height × width × channels, rows first; `labels[i]` indexes `classNames`. */
export interface LabelledImages {
  readonly images: Uint8Array;
  readonly labels: Uint8Array | Int32Array;
}

/** A file that was left out, and why. */
export interface DatasetProblem {
  readonly file: string;
  readonly reason: string;
}

/** Loads are shared by everyone in the process: never write to the arrays. */
export interface LoadedDataset {
  readonly shape: ImageShape;
  readonly classNames: readonly string[];
  /** What a search may see: it is split further into train and validation. */
  readonly train: LabelledImages;
  /** For the final report only. */
  readonly test: LabelledImages;
  readonly problems: readonly DatasetProblem[];
}

/** Counts are upper bounds where files may turn out broken when they are decoded. Issue paths start at the settings. */
export type DatasetDescription =
  | {
      readonly kind: 'ready';
      readonly shape: ImageShape;
      readonly classNames: readonly string[];
      readonly trainCount: number;
      readonly testCount: number;
    }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

export interface FetchOptions extends TaskEnvironment {
  /** Told when a file starts: `train-images-idx3-ubyte.gz from https://…`. */
  readonly onProgress?: (message: string) => void;
}

export interface FetchResult {
  readonly folder: string;
  /** `present`: it was there already. `copied`: from a package of the operating system. */
  readonly from: 'present' | 'copied' | 'downloaded';
}

export interface DatasetDefinition<Settings = unknown> {
  readonly name: string;
  /** One sentence for the create form. */
  readonly summary: string;
  /** SPDX identifier, or a sentence where there is none. */
  readonly licence: string;
  /** Where it comes from; null for a user's own files. */
  readonly sourceUrl: string | null;
  readonly settings: Schema<Settings>;
  /** Looks whether the data is there, without decoding it. */
  describe(settings: Settings, environment: TaskEnvironment): Promise<DatasetDescription>;
  /** @throws CambiumError `fix-input` with the issues that `describe` gives, or when no image can be read. */
  load(settings: Settings, environment: TaskEnvironment): Promise<LoadedDataset>;
  /** Brings the data to `<dataDir>/datasets/<name>`. Absent where there is nothing to fetch. */
  readonly fetch?: (options: FetchOptions) => Promise<FetchResult>;
}
