import { createRegistry, type Registry } from '@cambium/core';
import type { ExportFormat } from './export-format.js';
import { kerasJsonFormat } from './keras-json-format.js';
import { networkJsonFormat } from './network-json-format.js';
import { savedModelFormat } from './saved-model-format.js';
import { kerasSourceFormat, pytorchSourceFormat } from './source-formats.js';
import { tfjsFormat } from './tfjs-format.js';

export const exportFormats: Registry<ExportFormat> = createRegistry('export format', [
  tfjsFormat,
  kerasJsonFormat,
  savedModelFormat,
  pytorchSourceFormat,
  kerasSourceFormat,
  networkJsonFormat,
]);
