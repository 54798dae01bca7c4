const image = /\.(png|jpe?g|webp|gif|tiff?|avif)$/i;
const junk = /(^|\/)(__MACOSX|Thumbs\.db|desktop\.ini|\.[^/]*)(\/|$)/i;

/** By its ending; whether it really is one shows when it is decoded. */
export const isImageName = (name: string) => image.test(name);

/** What macOS and Windows leave behind, and hidden files. */
export const isJunk = (name: string) => junk.test(name);
