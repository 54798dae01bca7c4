import type { ArtifactResolvers } from '../../generated/resolver-types.js';

export const artifactType: ArtifactResolvers = {
  url: ({ digest }) => `/artifacts/${digest.replace('sha256:', '')}`,
};
