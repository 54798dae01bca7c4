import { type Helper, helpersFor } from './helpers.js';

/** What PyTorch does not have; each after those that it uses. */
const helpers: readonly Helper[] = [
  {
    name: 'same_padding',
    text: `def same_padding(x, kernel, stride, value=0.0):
    """Pads as TensorFlow's "same" does: half of it on each side, an odd row at the bottom, an odd column on the right."""
    padding = []
    for size in (x.shape[3], x.shape[2]):  # F.pad takes the last axis first
        total = max((math.ceil(size / stride) - 1) * stride + kernel - size, 0)
        padding += [total // 2, total - total // 2]
    return F.pad(x, padding, value=value)`,
  },
  {
    name: 'SameConv2d',
    text: `class SameConv2d(nn.Conv2d):
    """A convolution with a stride and TensorFlow's "same" padding."""

    def forward(self, x):
        reach = self.dilation[0] * (self.kernel_size[0] - 1) + 1
        return super().forward(same_padding(x, reach, self.stride[0]))`,
  },
  {
    name: 'SameMaxPool2d',
    text: `class SameMaxPool2d(nn.MaxPool2d):
    """Pixels beyond the border are left out, as TensorFlow does it."""

    def forward(self, x):
        return super().forward(same_padding(x, self.kernel_size, self.stride, -math.inf))`,
  },
  {
    name: 'SameAvgPool2d',
    text: `class SameAvgPool2d(nn.AvgPool2d):
    """Pixels beyond the border are left out of the mean, as TensorFlow does it."""

    def forward(self, x):
        inside = same_padding(torch.ones_like(x[:1, :1]), self.kernel_size, self.stride)
        return super().forward(same_padding(x, self.kernel_size, self.stride)) / super().forward(inside)`,
  },
  {
    name: 'SqueezeExcite',
    text: `class SqueezeExcite(nn.Module):
    """Weighs each channel by what two dense layers make of all channels' means."""

    def __init__(self, channels, squeezed):
        super().__init__()
        self.squeeze = nn.Linear(channels, squeezed)
        self.excite = nn.Linear(squeezed, channels)

    def forward(self, x):
        weights = torch.sigmoid(self.excite(torch.relu(self.squeeze(x.mean(dim=(2, 3))))))
        return x * weights[:, :, None, None]`,
  },
  {
    name: 'FactorizedReduce',
    text: `class FactorizedReduce(nn.Module):
    """Halves height and width by two 1×1 convolutions, the second shifted by a pixel, side by side."""

    def __init__(self, in_channels, channels):
        super().__init__()
        self.even = nn.Conv2d(in_channels, channels - channels // 2, 1, stride=2, bias=False)
        self.odd = nn.Conv2d(in_channels, channels // 2, 1, stride=2, bias=False)

    def forward(self, x):
        shifted = F.pad(x, (0, 1, 0, 1))[:, :, 1:, 1:]
        return torch.cat([self.even(x), self.odd(shifted)], dim=1)`,
  },
  {
    name: 'Zero',
    text: `class Zero(nn.Module):
    """No connection."""

    def forward(self, x):
        return torch.zeros_like(x)`,
  },
  {
    name: 'GlobalAveragePool',
    text: `class GlobalAveragePool(nn.Module):
    """The mean of each channel."""

    def forward(self, x):
        return x.mean(dim=(2, 3))`,
  },
];

/** Every name that a helper takes. */
export const pytorchHelperNames: readonly string[] = helpers.map(({ name }) => name);

/** The helpers that a text uses, and those that they use. */
export const pytorchHelpersFor = (text: string) => helpersFor(text, helpers);
