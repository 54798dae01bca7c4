import * as z from 'zod';

export const imageFolderSettings = z.strictObject({
  path: z
    .string()
    .min(1)
    .meta({
      title: 'Folder or .zip file',
      description:
        'Holds one folder per class, each with its images. On the machine of the server and of every runner; a path that ' +
        'is not absolute starts at the data folder.',
    }),
  size: z.int().min(8).max(256).default(32).meta({
    title: 'Side in pixels',
    description: 'Images are resized to size × size.',
  }),
  channels: z
    .literal([1, 3])
    .default(3)
    .meta({ title: 'Channels', description: '3: red, green and blue. 1: gray, three times less to compute.' }),
  fit: z.enum(['cover', 'contain', 'fill']).default('cover').meta({
    title: 'Fit',
    description: 'cover: cut off what sticks out. contain: add black bars. fill: stretch.',
  }),
  testShare: z.number().min(0.01).max(0.9).default(0.2).meta({
    title: 'Share for the final test',
    description: 'Of each class, drawn by chance. The search never sees these images.',
  }),
  seed: z.int().min(0).default(0).meta({
    title: 'Seed of the test split',
    description: 'Another seed draws other test images.',
  }),
});

export type ImageFolderSettings = z.output<typeof imageFolderSettings>;
