export { architectureType } from './architecture-type.js';
export { artifactType } from './artifact-type.js';
export { augmentationType } from './augmentation-type.js';
export { designType } from './design-type.js';
export { trialQuery } from './trial.query.js';
export { trialByNumberQuery } from './trial-by-number.query.js';
export { trialConnectionType } from './trial-connection-type.js';
export { trialType } from './trial-type.js';
