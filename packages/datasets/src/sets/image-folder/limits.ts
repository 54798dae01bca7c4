const mebi = 2 ** 20;

/** Guards against archives made to exhaust memory, and against folders that are no data set. Errors name them. */
export const limits = {
  /** Of one image file, unpacked. */
  fileBytes: 32 * mebi,
  /** Of one image, decoded: 50 megapixels. */
  imagePixels: 50_000_000,
  /** Entries of a folder or archive, images or not. */
  entries: 500_000,
  /** All images together, decoded and resized. */
  decodedBytes: 2048 * mebi,
} as const;

export const inMebibytes = (bytes: number) => `${Math.round(bytes / mebi)} MiB`;
