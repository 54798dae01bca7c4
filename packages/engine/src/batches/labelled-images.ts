import { CambiumError, type ImageShape, type Issue } from '@cambium/core';

/** Images as bytes, one after the other, each height × width × channels, row by row; one label for each. */
export interface LabelledImages {
  readonly images: Uint8Array;
  readonly labels: Uint8Array | Int32Array;
}

/** What a classifier is trained on and judged by. */
export interface ClassifierData {
  readonly shape: ImageShape;
  /** Labels are in [0, classes). */
  readonly classes: number;
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
}

export function imageSize([height, width, channels]: ImageShape): number {
  return height * width * channels;
}

/** @throws CambiumError `fix-input` when a part is empty, its sizes disagree or a label is out of range. */
export function checkData({ shape, classes, train, validation }: ClassifierData): void {
  const issues = [
    ...checkImages('train', train, { shape, classes }),
    ...checkImages('validation', validation, { shape, classes }),
  ];
  if (issues.length > 0) {
    throw new CambiumError('fix-input', issues.map(({ message }) => message).join('; '), { issues });
  }
}

function checkImages(
  part: string,
  { images, labels }: LabelledImages,
  { shape, classes }: { readonly shape: ImageShape; readonly classes: number },
): Issue[] {
  const issue = (code: string, message: string): Issue[] => [
    { path: ['data', part], code, message: `${part}: ${message}` },
  ];
  if (labels.length === 0) return issue('empty', 'there are no images');
  const expected = labels.length * imageSize(shape);
  if (images.length !== expected) {
    return issue(
      'size-mismatch',
      `${labels.length} images of ${shape.join('×')} are ${expected} bytes, but there are ${images.length}`,
    );
  }
  const wrong = labels.findIndex((label: number) => label < 0 || label >= classes);
  if (wrong < 0) return [];
  return issue('label-out-of-range', `image ${wrong} has label ${labels[wrong]}; labels are 0 to ${classes - 1}`);
}
