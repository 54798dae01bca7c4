import path from 'node:path';

/** The specifications that come with Cambium; the dashboard offers them as templates. */
export const examplesFolder = path.resolve(import.meta.dirname, '../../../examples');
