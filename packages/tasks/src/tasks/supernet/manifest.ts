import { defineTask, expectImages, proxyMode } from '@cambium/core';
import { designIssues } from '../image-classification/design-issues.js';
import { imageClassificationManifest } from '../image-classification/manifest.js';
import { retraining } from '../image-classification/retraining.js';
import { supernetMetrics } from './metrics.js';
import { type SupernetSettings, supernetSettings } from './settings.js';

/** Image classification that also trains all networks of a space together, and judges one by what it shares with them. */
export const supernetManifest = defineTask<SupernetSettings>({
  name: 'supernet',
  summary: 'Trains all networks of an architecture space with shared weights; judges networks by them, or trains them.',
  settings: supernetSettings,
  branches: imageClassificationManifest.branches,
  hyperparameters: imageClassificationManifest.hyperparameters,
  retrainsFinal: true,
  proxies: true,
  supernet: true,
  metrics: (settings) => [...imageClassificationManifest.metrics(settings), ...supernetMetrics],
  modeSteps(mode, { supernet }) {
    if (mode === 'supernet') return supernet.epochs;
    return mode === 'shared-weights' || mode === proxyMode ? 1 : undefined;
  },
  prepare: imageClassificationManifest.prepare,
  designIssues: (design, _, context) => designIssues(design, expectImages(context)),
  retraining,
  staticMetrics: imageClassificationManifest.staticMetrics,
});
