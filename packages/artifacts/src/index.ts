export { createFsArtifactStore, type FsArtifactStoreOptions } from './fs/fs-artifact-store.js';
export { createHttpArtifactStore, type HttpArtifactStoreOptions } from './http/http-artifact-store.js';
