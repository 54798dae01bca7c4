import { describe, expect, it } from '@jest/globals';
import { retraining } from './retraining.js';
import { imageClassificationSettings } from './settings.js';

const settings = imageClassificationSettings.parse({
  dataset: 'digits',
  epochs: 3,
  trainSize: 200,
  validationSize: 100,
  proxies: ['synflow'],
  proxiesOnly: true,
});

describe('retraining', () => {
  it('trains for as long as is asked, in the final training too, whatever ended the trials of the search', () => {
    const longer = retraining(settings, { steps: 20 });
    expect(longer).toEqual({ ...settings, epochs: 20, finalEpochs: 20, proxiesOnly: false });
    expect(retraining(settings, {})).toMatchObject({ epochs: 3, finalEpochs: 3, trainSize: 200 });
  });

  it('takes all images but those that score it, where that is asked', () => {
    expect(retraining(settings, { allData: true })).toMatchObject({ validationSize: 100 });
    expect(retraining(settings, { allData: true })).not.toHaveProperty('trainSize');
  });
});
