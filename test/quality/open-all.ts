import { matchProblems, openProblem } from './problems/open-problem.js';
import { MissingData, type Problem } from './problems/problem.js';

/** Opens all problems of these names, with `*` for any part, before anything runs. One whose data is not there is skipped and named. */
export async function openAll(
  names: readonly string[],
  dataDir: string,
): Promise<{ readonly problems: readonly Problem[]; readonly skipped: readonly string[] }> {
  const problems: Problem[] = [];
  const skipped: string[] = [];
  for (const name of names.flatMap((pattern) => matchProblems(pattern, dataDir))) {
    try {
      problems.push(await openProblem(name, dataDir));
    } catch (error) {
      if (!(error instanceof MissingData)) throw error;
      skipped.push(`${name}: ${error.message}`);
    }
  }
  if (problems.length === 0) throw new Error(['no problem can be run', ...skipped].join('; '));
  return { problems, skipped };
}
