import { describe, expect, it } from '@jest/globals';
import { taskEvaluators } from './task-evaluators.js';
import { tasks } from './task-registry.js';

describe('taskEvaluators', () => {
  it.each(tasks.names)('has the evaluator of %s', async (name) => {
    expect((await taskEvaluators.get(name)).name).toBe(name);
  });

  it('names the tasks that there are', async () => {
    await expect(taskEvaluators.get('tabel')).rejects.toMatchObject({
      code: 'fix-input',
      message: expect.stringContaining('did you mean "table"?'),
    });
    await expect(taskEvaluators.get('constructor')).rejects.toMatchObject({ code: 'fix-input' });
  });
});
