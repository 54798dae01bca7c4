import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import { imageSize } from '../batches/labelled-images.js';
import { measureNormalization, normalizer } from '../batches/normalization.js';
import type { TensorFlow } from '../tensorflow.js';
import { smallData } from '../testing/small-problem.js';
import { recalibrate, scoreSelection } from './score-selection.js';
import { pathSelection } from './selection.js';
import { openSupernet, type Supernet } from './supernet.js';
import { cellChoices, cellSupernet } from './testing/cell-supernet.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const { shape, train, validation } = smallData;
const normalization = measureNormalization(train.images, shape);
const calibration = { shape, normalization, images: train, batchSize: 32, batches: 4 };
const all = (value: string) => pathSelection(Object.fromEntries(cellChoices.map(({ param }) => [param, value])));
const named = ({ weights }: Supernet, part: RegExp) => weights.filter(({ name }) => part.test(name));
const read = (tensors: readonly Tensor[]) => tensors.map((tensor) => [...tensor.dataSync<'float32'>()]);

describe('recalibration', () => {
  it('gives exactly the mean of the batches’ means and variances, and touches no trained weight', async () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    const [trained, scales] = [read(supernet.variables), read(named(supernet, /gamma|beta/))];
    await recalibrate(tf, supernet, all('conv'), calibration);
    expect(read(supernet.variables)).toEqual(trained);
    expect(read(named(supernet, /gamma|beta/))).toEqual(scales);
    // The stem's convolution by itself, in double precision.
    const [kernel] = named(supernet, /^stem\/kernel/);
    const size = imageSize(shape);
    const normalize = normalizer(normalization);
    const means = new Float64Array(4);
    const variances = new Float64Array(4);
    for (let batch = 0; batch < calibration.batches; batch++) {
      const part = normalize(train.images.subarray(batch * 32 * size, (batch + 1) * 32 * size));
      const values = tf.tidy(() => [
        ...tf.conv2d(tf.tensor4d(part, [32, ...shape]), kernel as never, 2, 'same').dataSync<'float32'>(),
      ]) as unknown as number[];
      for (let channel = 0; channel < 4; channel++) {
        const own = values.filter((_, i) => i % 4 === channel);
        const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
        means[channel] = (means[channel] as number) + mean / calibration.batches;
        const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
        variances[channel] = (variances[channel] as number) + variance / calibration.batches;
      }
    }
    const close = (values: Float64Array) => [...values].map((value) => expect.closeTo(value, 4));
    expect(read(named(supernet, /^stem\/norm\/moving_mean/))).toEqual([close(means)]);
    expect(read(named(supernet, /^stem\/norm\/moving_variance/))).toEqual([close(variances)]);
    supernet.dispose();
  });

  it('forgets what another path left: a path’s score is the same whatever was judged before', async () => {
    const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
    const score = async (value: string) => {
      await recalibrate(tf, supernet, all(value), calibration);
      return supernet.norms.withRecorded(() =>
        scoreSelection(tf, supernet, () => all(value), { shape, normalization, images: validation }),
      );
    };
    const first = await score('conv');
    const stale = await supernet.norms.withRecorded(async () => {
      await score('pool');
      return scoreSelection(tf, supernet, () => all('conv'), { shape, normalization, images: validation });
    });
    expect(await score('conv')).toEqual(first);
    expect(stale).not.toEqual(first);
    supernet.dispose();
  });
});
