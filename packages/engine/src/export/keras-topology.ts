import type { LayersModel } from '@tensorflow/tfjs';

/** A reference to an output of a layer: its name first. */
type Reference = [layer: string, ...rest: unknown[]];

interface LayerJson {
  readonly name: string;
  readonly config: { readonly name: string };
  readonly inbound_nodes: readonly (readonly Reference[])[];
}

interface TopologyJson {
  readonly config: {
    readonly layers: readonly LayerJson[];
    readonly input_layers: readonly Reference[];
    readonly output_layers: readonly Reference[];
  };
}

/** A model's topology as Keras 3 reads it, and what it calls the model's layers. */
export interface KerasTopology {
  readonly json: object;
  /** @throws Error for a layer that the model does not have. */
  nameOf(layer: string): string;
}

/**
 * TensorFlow.js writes the form of Keras 2. Keras 3 reads it when the model's class is given with its module, and when no
 * layer has a slash in its name.
 */
export function kerasTopology(model: LayersModel): KerasTopology {
  const topology = model.toJSON(undefined, false) as unknown as TopologyJson;
  const names = slashless(topology.config.layers.map(({ name }) => name));
  const nameOf = (layer: string): string => {
    const name = names.get(layer);
    if (name === undefined) throw new Error(`no layer "${layer}"`);
    return name;
  };
  const renamed = ([layer, ...rest]: Reference): Reference => [nameOf(layer), ...rest];
  const layers = topology.config.layers.map((layer) => ({
    ...layer,
    name: nameOf(layer.name),
    config: { ...layer.config, name: nameOf(layer.name) },
    inbound_nodes: layer.inbound_nodes.map((node) => node.map(renamed)),
  }));
  const { input_layers, output_layers } = topology.config;
  const config = {
    ...topology.config,
    layers,
    input_layers: input_layers.map(renamed),
    output_layers: output_layers.map(renamed),
  };
  return { json: { module: 'keras', ...topology, config }, nameOf };
}

/** Each name with underscores for slashes, and one more where another layer is called so. */
function slashless(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(names);
  return new Map(
    names.map((name) => {
      if (!name.includes('/')) return [name, name];
      let free = name.replaceAll('/', '_');
      while (taken.has(free)) free += '_';
      taken.add(free);
      return [name, free];
    }),
  );
}
