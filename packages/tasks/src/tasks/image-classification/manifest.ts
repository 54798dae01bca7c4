import { costOf } from '@cambium/architectures';
import { defineTask, densityMatchingMode, expectImages, proxyMode, relaxedPolicyMode } from '@cambium/core';
import { defaultArchitecture } from './default-architecture.js';
import { designIssues } from './design-issues.js';
import { hyperparameters } from './hyperparameters.js';
import { imageClassificationMetrics } from './metrics.js';
import { prepare } from './prepare.js';
import { retraining } from './retraining.js';
import { type ImageClassificationSettings, imageClassificationSettings } from './settings.js';

export const imageClassificationManifest = defineTask<ImageClassificationSettings>({
  name: 'image-classification',
  summary: 'Trains a network on labelled images and scores it on images held back from it.',
  settings: imageClassificationSettings,
  branches: ['hp', 'arch', 'aug', 'train'],
  hyperparameters,
  retrainsFinal: true,
  proxies: true,
  metrics: imageClassificationMetrics,
  densityMatching: true,
  relaxedPolicy: true,
  modeSteps(mode, { relaxedPolicy }) {
    if (mode === relaxedPolicyMode) return relaxedPolicy.epochs;
    return mode === proxyMode || mode === densityMatchingMode ? 1 : undefined;
  },
  prepare,
  designIssues: (design, _, context) => designIssues(design, expectImages(context)),
  retraining,
  // Dropout costs nothing, so the hp branch has no part in it.
  staticMetrics(design, _, context) {
    const { params, flops, activationBytes } = costOf(design.arch ?? defaultArchitecture(expectImages(context)));
    return { params, flops, activation_bytes: activationBytes };
  },
});
