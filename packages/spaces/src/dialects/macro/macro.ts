import { type DialectDefinition, designIn, expectImages } from '@cambium/core';
import { choiceParameter } from '../../space/choice-parameter.js';
import { chainSupergraph } from './chain-supergraph.js';
import { layerParam, skipParam, skippedLayers } from './layers.js';
import { type MacroSettings, macroSettings } from './settings.js';

/** The macro space of Zoph & Le (2017) as ENAS has it (Pham et al. 2018, §2.3). */
export const macro: DialectDefinition<MacroSettings, 'arch'> = {
  name: 'macro',
  branch: 'arch',
  summary: 'A chain of layers, each with its own operation and with skip connections from any layers before it.',
  settings: macroSettings,
  parameters: ({ layers, ops, skips }) =>
    Array.from({ length: layers }, (_, i) => i + 1).flatMap((layer) => [
      ...choiceParameter({ name: layerParam(layer), branch: 'arch', choices: ops, kind: 'categorical' }),
      ...(skips ? skippedLayers(layer) : []).flatMap((from) =>
        choiceParameter({
          name: skipParam(from, layer),
          branch: 'arch',
          choices: [false, true],
          kind: 'categorical',
        }),
      ),
    ]),
  decode: (params, settings, context) => designIn(chainSupergraph(settings, expectImages(context)), params),
  supergraph: (settings, context) => chainSupergraph(settings, expectImages(context)),
};
