import { strictSettings } from '@cambium/spaces';
import * as z from 'zod';
import { parameterName } from './column-reference.js';

const columns = z.array(z.string().min(1)).min(1);

/** Settings of the task table. */
export const tableSettings = strictSettings({
  file: z.string().min(1).meta({
    title: 'File',
    description:
      'A CSV file (also .csv.gz) with a header, or packed numbers (.f32, with index.json beside it); in the data folder, or an absolute path.',
  }),
  params: columns.meta({
    title: 'Parameter columns',
    description:
      'Their values are the space: numbers in order, texts as choices. "ops[0]" is the first character of ops.',
  }),
  metrics: columns.meta({
    title: 'Metric columns',
    description: 'What a trial measures: numbers, or lists of repetitions such as 91.2;90.8.',
  }),
  maximize: z.array(z.string().min(1)).default([]).meta({
    title: 'Higher is better',
    description: 'Those of the metrics of which more is better, where an objective does not say so itself.',
  }),
  untrained: z.array(z.string().min(1)).default([]).meta({
    title: 'Known before a training',
    description:
      'Those of the metrics that cost none, such as a parameter count: designs can be screened and filtered by them.',
    rare: true,
  }),
  curve: z.string().min(1).optional().meta({
    title: 'Step column',
    description:
      'For learning curves, one row per step: the column of the epoch. Its values in order are steps 1, 2, …',
  }),
  time: z.string().min(1).optional().meta({
    title: 'Time column',
    description: 'Seconds that the measurement took; measured like a metric. Trials do not wait for it.',
  }),
  repetitions: z.enum(['mean', 'draw']).default('mean').meta({
    title: 'Repetitions',
    description: 'Where a point was measured several times: their mean, or one of them drawn for each trial.',
  }),
}).superRefine(({ params, metrics, maximize, untrained, time }, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message, params: { code: 'bad-columns' } });
  const names = params.map(parameterName);
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) refuse(['params', i], `another column is called ${name} already; name each once`);
  });
  metrics.forEach((name, i) => {
    if (metrics.indexOf(name) < i) refuse(['metrics', i], `${name} is a metric already; name each once`);
  });
  for (const [field, names] of Object.entries({ maximize, untrained })) {
    names.forEach((name, i) => {
      if (!metrics.includes(name)) refuse([field, i], `${name} is none of the metrics ${metrics.join(', ')}`);
    });
  }
  if (time !== undefined && metrics.includes(time)) refuse(['time'], `${time} is a metric already; leave one out`);
});

export type TableSettings = z.infer<typeof tableSettings>;
