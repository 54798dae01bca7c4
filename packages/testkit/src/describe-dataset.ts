import { describe, expect, it } from '@jest/globals';

interface Images {
  readonly images: Uint8Array;
  readonly labels: Uint8Array | Int32Array;
}

interface Ready {
  readonly kind: 'ready';
  readonly shape: readonly [number, number, number];
  readonly classNames: readonly string[];
  readonly trainCount: number;
  readonly testCount: number;
}

interface Loaded {
  readonly shape: readonly [number, number, number];
  readonly classNames: readonly string[];
  readonly train: Images;
  readonly test: Images;
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

/** What the suite needs to know of a data set. */
export interface DatasetUnderTest {
  readonly name: string;
  readonly summary: string;
  readonly licence: string;
  readonly sourceUrl: string | null;
  readonly settings: { safeParse(input: unknown): { success: true; data: unknown } | { success: false } };
  describe(settings: unknown, environment: { dataDir: string }): Promise<Ready | { readonly kind: 'refused' }>;
  load(settings: unknown, environment: { dataDir: string }): Promise<Loaded>;
}

/** Called inside the tests, so that it may make the files that the data set reads. */
export type DatasetSituation = () => Promise<{ readonly settings: unknown; readonly dataDir: string }>;

/**
 * The contract of every data set: described before it is loaded, counts that the load keeps (less only what it names as
 * a problem), buffers of the promised size, labels that name a class, every class in train and test, levels that use the
 * range, and equal content for every load.
 */
export function describeDataset(dataset: DatasetUnderTest, situation: DatasetSituation): void {
  const open = async () => {
    const { settings, dataDir } = await situation();
    const parsed = dataset.settings.safeParse(settings);
    if (!parsed.success) throw new Error(`the settings of the test are not valid for ${dataset.name}`);
    const environment = { dataDir };
    const description = await dataset.describe(parsed.data, environment);
    if (description.kind === 'refused') throw new Error(`refused: ${JSON.stringify(description)}`);
    const load = () => dataset.load(parsed.data, environment);
    return { description, load, loaded: await load() };
  };

  describe(`data set ${dataset.name}`, () => {
    it('says what it is, under which licence, and where it comes from', () => {
      expect(dataset.summary).not.toBe('');
      expect(dataset.licence).not.toBe('');
      expect(dataset.sourceUrl ?? 'https://none').toMatch(/^https:\/\//);
    });

    it('refuses settings that it does not know', () => {
      expect(dataset.settings.safeParse({ noSuchSetting: 1 }).success).toBe(false);
    });

    it('loads what it describes, less only what it names', async () => {
      const { description, loaded } = await open();
      expect(loaded.shape).toEqual(description.shape);
      expect(loaded.classNames).toEqual(description.classNames);
      expect(new Set(loaded.classNames).size).toBe(loaded.classNames.length);
      const counts = [loaded.train.labels.length, loaded.test.labels.length] as const;
      expect(counts[0]).toBeLessThanOrEqual(description.trainCount);
      expect(counts[1]).toBeLessThanOrEqual(description.testCount);
      const missing = description.trainCount + description.testCount - counts[0] - counts[1];
      expect(missing).toBeLessThanOrEqual(loaded.problems.length);
      for (const { file, reason } of loaded.problems) expect([file, reason]).not.toContain('');
    });

    it('gives buffers of the promised size, with labels that name a class and every class in both parts', async () => {
      const { loaded } = await open();
      const [height, width, channels] = loaded.shape;
      expect([1, 3]).toContain(channels);
      for (const part of [loaded.train, loaded.test]) {
        expect(part.images.length).toBe(part.labels.length * height * width * channels);
        expect([...new Set(part.labels)].sort((a, b) => a - b)).toEqual([...loaded.classNames.keys()]);
      }
    });

    it('uses the levels from dark to bright', async () => {
      const { loaded } = await open();
      let [low, high] = [255, 0];
      for (const level of loaded.train.images) {
        if (level < low) low = level;
        if (level > high) high = level;
      }
      expect(low).toBeLessThan(64);
      expect(high).toBeGreaterThan(191);
    });

    it('gives the same content to every load, once per process', async () => {
      const { loaded, load } = await open();
      expect(await load()).toBe(loaded);
    });
  });
}

/** Runs the suite over a whole registry; every entry needs a situation, and an empty registry fails. */
export function describeDatasets(
  registry: { readonly entries: readonly DatasetUnderTest[] },
  situations: Readonly<Record<string, DatasetSituation>>,
): void {
  it('has a situation for every data set, and data sets to test', () => {
    const names = registry.entries.map(({ name }) => name).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(situations).sort()).toEqual(names);
  });
  for (const dataset of registry.entries) {
    const situation = situations[dataset.name];
    if (situation !== undefined) describeDataset(dataset, situation);
  }
}
