import type { ImageView } from '../op-spec.js';

export function imageBytes(image: ImageView): number {
  return image.height * image.width * image.channels;
}

/** Copies the pixels of one image; the views may share a buffer. */
export function copyImage(source: ImageView, target: ImageView): void {
  const bytes = imageBytes(source);
  target.data.set(source.data.subarray(source.offset, source.offset + bytes), target.offset);
}
