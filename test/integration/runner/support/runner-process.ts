/** A runner in a process of its own, to be killed. Prints the process id of its worker, in the middle of a trial. */
import { createRunnerBench } from './runner-bench.js';

const bench = createRunnerBench();
bench.startRunner();
console.log(await bench.pidOfRunning(await bench.start(['wait'])));
