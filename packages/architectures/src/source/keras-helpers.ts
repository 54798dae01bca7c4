import { type Helper, helpersFor } from './helpers.js';

/** Blocks of several layers; each names its layers after itself, so that load_weights finds them. */
const helpers: readonly Helper[] = [
  {
    name: 'squeeze_excite',
    text: `def squeeze_excite(squeezed, name):
    """Weighs each channel by what two dense layers make of all channels' means."""

    def apply(x):
        weights = layers.GlobalAveragePooling2D(keepdims=True, name=f"{name}_means")(x)
        weights = layers.Dense(squeezed, activation="relu", name=f"{name}_squeeze")(weights)
        weights = layers.Dense(x.shape[-1], activation="sigmoid", name=f"{name}_excite")(weights)
        return layers.Multiply(name=name)([x, weights])

    return apply`,
  },
  {
    name: 'factorized_reduce',
    text: `def factorized_reduce(channels, name):
    """Halves height and width by two 1×1 convolutions, the second shifted by a pixel, side by side."""

    def half(filters, part):
        return layers.Conv2D(filters, 1, strides=2, use_bias=False, name=f"{name}_{part}")

    def apply(x):
        shifted = layers.ZeroPadding2D(((0, 1), (0, 1)), name=f"{name}_pad")(x)
        shifted = layers.Cropping2D(((1, 0), (1, 0)), name=f"{name}_shift")(shifted)
        both = [half(channels - channels // 2, "even")(x), half(channels // 2, "odd")(shifted)]
        return layers.Concatenate(name=name)(both)

    return apply`,
  },
];

/** Every name that a helper takes. */
export const kerasHelperNames: readonly string[] = helpers.map(({ name }) => name);

/** The helpers that a text uses. */
export const kerasHelpersFor = (text: string) => helpersFor(text, helpers);
