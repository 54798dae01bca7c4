import * as z from 'zod';

export const standalone = z.int().min(1).max(1000).default(1).meta({
  title: 'Trained from scratch',
  description: 'Networks of each supernet that are trained from scratch: only these have an honest score.',
});

export const candidates = (count: number) =>
  z.int().min(1).max(100_000).default(count).meta({
    title: 'Candidates',
    description: 'Networks that are judged with the weights of each supernet.',
  });
