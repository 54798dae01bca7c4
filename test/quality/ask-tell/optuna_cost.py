"""What asking and telling cost in Optuna: the same problem as measure.ts. Prints one JSON object per line.

usage: optuna_cost.py '{"sampler": "tpe", "options": {}, "dimension": 10, "trials": [100, 1000], "limit": 60}'
"""

import json
import statistics
import sys
import time
import warnings

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.filterwarnings("ignore")



def tpe_sampler(options):
    names = {"multivariate": "multivariate", "group": "group", "constantLiar": "constant_liar"}
    given = {theirs: options[ours] for ours, theirs in names.items() if ours in options}
    return optuna.samplers.TPESampler(seed=1, **given)


SAMPLERS = {
    "random": lambda _: optuna.samplers.RandomSampler(seed=1),
    "tpe": tpe_sampler,
    "gp": lambda _: optuna.samplers.GPSampler(seed=1),
    "nsga-ii": lambda _: optuna.samplers.NSGAIISampler(seed=1),
    "nsga-iii": lambda _: optuna.samplers.NSGAIIISampler(seed=1),
    "quasi-random": lambda _: optuna.samplers.QMCSampler(seed=1),
    "cma-es": lambda _: optuna.samplers.CmaEsSampler(seed=1),
}


def run(sampler, options, dimension, trials, limit):
    study = optuna.create_study(direction="minimize", sampler=SAMPLERS[sampler](options))
    asks = []
    started = time.process_time()
    for number in range(1, trials[-1] + 1):
        asked = time.perf_counter()
        trial = study.ask()
        x = [trial.suggest_float(f"x{i + 1}", 0, 1) for i in range(dimension)]
        asks.append(1000 * (time.perf_counter() - asked))
        study.tell(trial, sum((value - 0.3) ** 2 for value in x))
        spent = time.process_time() - started
        if number in trials:
            cost = {"trials": number, "cpuSeconds": spent, "askMs": statistics.median(asks[-10:])}
            print(json.dumps(cost), flush=True)
        if spent > limit:
            break


if __name__ == "__main__":
    run(**json.loads(sys.argv[1]))
