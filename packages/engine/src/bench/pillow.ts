/**
 * RandAugment(2, 9) as torchvision applies it to PIL images, with the bare calls of Pillow that it ends in and nothing around
 * them, on one core. Images are made before the clock starts. Prints images and seconds of the processor.
 */
export const pillowProgram = `
import json, random, sys, time
import PIL
from PIL import Image, ImageEnhance, ImageOps
height, width, channels, count, seconds = map(int, sys.argv[1:6])
level = 9 / 30
def signed(value): return value if random.random() < 0.5 else -value
def affine(image, matrix): return image.transform(image.size, Image.AFFINE, matrix, Image.NEAREST)
shift = 150 / 331 * level
ops = [
    lambda m: m,
    lambda m: affine(m, (1, signed(0.3 * level), 0, 0, 1, 0)),
    lambda m: affine(m, (1, 0, 0, signed(0.3 * level), 1, 0)),
    lambda m: affine(m, (1, 0, int(signed(shift * width)), 0, 1, 0)),
    lambda m: affine(m, (1, 0, 0, 0, 1, int(signed(shift * height)))),
    lambda m: m.rotate(signed(30 * level)),
    lambda m: ImageEnhance.Brightness(m).enhance(1 + signed(0.9 * level)),
    lambda m: ImageEnhance.Color(m).enhance(1 + signed(0.9 * level)),
    lambda m: ImageEnhance.Contrast(m).enhance(1 + signed(0.9 * level)),
    lambda m: ImageEnhance.Sharpness(m).enhance(1 + signed(0.9 * level)),
    lambda m: ImageOps.posterize(m, 8 - round(4 * level)),
    lambda m: ImageOps.solarize(m, 255 - 255 * level),
    lambda m: ImageOps.autocontrast(m),
    lambda m: ImageOps.equalize(m),
]
random.seed(1)
images = [Image.frombytes('L' if channels == 1 else 'RGB', (width, height), random.randbytes(height * width * channels)) for _ in range(count)]
def batch():
    for image in images: random.choice(ops)(random.choice(ops)(image))
batch()
done, start = 0, time.process_time()
while time.process_time() - start < seconds:
    batch()
    done += count
print(json.dumps({"name": "Pillow " + PIL.__version__, "images": done, "seconds": time.process_time() - start}))
`;
