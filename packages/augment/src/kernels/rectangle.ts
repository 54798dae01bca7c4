import type { ImageView } from '../op-spec.js';

/** In pixels; `right` and `bottom` are the first outside. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rectangle of this size, in whole pixels, around a place in [0, 1)²: as much of it as lies in the image. */
export function rectangleAround(
  { width, height }: Pick<ImageView, 'width' | 'height'>,
  size: { readonly width: number; readonly height: number },
  place: { readonly x: number; readonly y: number },
): Rectangle {
  const left = Math.floor(place.x * width) - Math.floor(size.width / 2);
  const top = Math.floor(place.y * height) - Math.floor(size.height / 2);
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, left + size.width),
    bottom: Math.min(height, top + size.height),
  };
}

/** Calls back with the place, from the image's offset, of the first byte of each pixel. */
export function eachPixel(
  { width, channels }: Pick<ImageView, 'width' | 'channels'>,
  { left, top, right, bottom }: Rectangle,
  visit: (at: number) => void,
): void {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) visit((y * width + x) * channels);
  }
}
