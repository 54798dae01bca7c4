"""Writes golden_shapes.json: what Pillow makes of gray images and odd shapes. `python3 make-golden-shapes.py`."""
import json
import math
import pathlib

import PIL
from PIL import Image, ImageEnhance, ImageOps


def pixels(height, width, channels, seed):
    state, out = seed, []
    for i in range(height * width * channels):
        state = (state * 1103515245 + 12345) % 2**31
        kind = (state >> 16) % 4
        out.append([0, 255, (i * 3) % 256, (state >> 20) % 256][kind])
    return out


def affine(image, matrix):
    return image.transform(image.size, Image.AFFINE, matrix, Image.NEAREST)


ops = {
    'rotate': (lambda m, v: m.rotate(v), [-30, -7.5, 13, 30]),
    'shear-x': (lambda m, v: affine(m, (1, v, 0, 0, 1, 0)), [-0.3, 0.123]),
    'shear-y': (lambda m, v: affine(m, (1, 0, 0, v, 1, 0)), [-0.3, 0.123]),
    'translate-x': (lambda m, v: affine(m, (1, 0, v, 0, 1, 0)), [-2, 4]),
    'translate-y': (lambda m, v: affine(m, (1, 0, 0, 0, 1, v)), [-2, 4]),
    'brightness': (lambda m, v: ImageEnhance.Brightness(m).enhance(v), [0.1, 0.73, 1.27, 1.9]),
    'color': (lambda m, v: ImageEnhance.Color(m).enhance(v), [0.1, 0.73, 1.27, 1.9]),
    'contrast': (lambda m, v: ImageEnhance.Contrast(m).enhance(v), [0.1, 0.73, 1.27, 1.9]),
    'sharpness': (lambda m, v: ImageEnhance.Sharpness(m).enhance(v), [0.1, 0.73, 1.27, 1.9]),
    'posterize': (lambda m, v: ImageOps.posterize(m, v), [4, 7]),
    'solarize': (lambda m, v: ImageOps.solarize(m, v), [0, 178.5, 255, 256]),
    'auto-contrast': (lambda m, v: ImageOps.autocontrast(m), [0]),
    'equalize': (lambda m, v: ImageOps.equalize(m), [0]),
}
images = []
for height, width, channels, low, high in [(28, 28, 1, 0, 255), (9, 5, 3, 40, 200), (8, 8, 1, 90, 90), (2, 7, 1, 3, 250), (17, 30, 3, 0, 64)]:
    data = bytes(low + math.floor(p * (high - low) / 255) for p in pixels(height, width, channels, 7 * height + width))
    image = Image.frombytes('L' if channels == 1 else 'RGB', (width, height), data)
    cases = [
        {'op': name, 'value': value, 'out': apply(image, value).tobytes().hex()}
        for name, (apply, values) in ops.items()
        for value in values
    ]
    images.append({'shape': [height, width, channels], 'pixels': data.hex(), 'cases': cases})
target = pathlib.Path(__file__).with_name('golden_shapes.json')
target.write_text(json.dumps({'pillow': PIL.__version__, 'images': images}, indent=0) + '\n')
