import { describe, expect, it } from '@jest/globals';
import { foldImages } from './fold-images.js';
import { imageClassificationSettings } from './settings.js';

/** Images of one byte, which is the image's number; 60 of class 0 and 40 of class 1. */
const train = {
  images: Uint8Array.from({ length: 100 }, (_, i) => i),
  labels: Int32Array.from({ length: 100 }, (_, i) => (i < 60 ? 0 : 1)),
};
const none = { images: new Uint8Array(0), labels: new Int32Array(0) };
const settings = imageClassificationSettings.parse({});
const claim = { seed: 1, context: { inputShape: [1, 1, 1] as const, classes: 2 } };
const fold = (stream: string, given = settings) =>
  foldImages({ train, test: none, problems: [] }, { claim, stream, settings: given });
const sorted = (...parts: readonly { readonly images: Uint8Array }[]) =>
  parts.flatMap(({ images }) => [...images]).sort((a, b) => a - b);

describe('foldImages', () => {
  it('puts each training image of the experiment on one side, and no other image on any', () => {
    const { train: trained, validation: heldOut } = fold('trial/0');
    expect([trained.labels.length, heldOut.labels.length]).toEqual([60, 40]);
    expect(sorted(trained, heldOut)).toEqual([...train.images]);
    expect([...heldOut.labels]).toEqual([...heldOut.images].map((image) => train.labels[image]));
  });

  it('holds out of each class by its share', () => {
    expect(fold('trial/0').validation.labels.filter((label) => label === 0)).toHaveLength(24);
    const tenth = { ...settings, densityMatching: { ...settings.densityMatching, heldOutShare: 0.1 } };
    expect(fold('trial/0', tenth).validation.labels.filter((label) => label === 0)).toHaveLength(6);
  });

  it('can be drawn again from the stream of its trial, and differs between folds', () => {
    expect(fold('trial/3').validation).toEqual(fold('trial/3').validation);
    expect(sorted(fold('trial/3').validation)).not.toEqual(sorted(fold('trial/4').validation));
  });
});
