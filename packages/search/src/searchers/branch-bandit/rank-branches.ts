import type { Gain } from './gains.js';

/** What an arm has brought and taken so far, the older the less. A type, not an interface: it is part of a state. */
export type Account = { readonly gain: number; readonly seconds: number; readonly trials: number };

const emptyAccount: Account = { gain: 0, seconds: 0, trials: 0 };

export type Accounts = Readonly<Record<string, Account>>;

export function accountOf(accounts: Accounts, arm: string): Account {
  return accounts[arm] ?? emptyAccount;
}

/** Books one trial. Of all arms a part is forgotten: who has not been asked for long is worth another try. */
export function bookTrial(
  accounts: Accounts,
  arm: string,
  { gain, memory }: { readonly gain: Gain; readonly memory: number },
): Accounts {
  const faded = Object.entries(accounts).map(([name, { gain: gained, seconds, trials }]): [string, Account] => [
    name,
    { gain: memory * gained, seconds: memory * seconds, trials: memory * trials },
  ]);
  const all = Object.fromEntries(faded);
  const own = accountOf(all, arm);
  const booked = { gain: own.gain + gain.gain, seconds: own.seconds + gain.seconds, trials: own.trials + 1 };
  return { ...all, [arm]: booked };
}

export interface ArmAccount {
  readonly account: Account;
  /** Trials that it was asked for and that are not told yet. */
  readonly pending: number;
}

/** So many trials of a middling gain, at the arm's own cost, are added to each account: one lucky trial says little. */
const prior = 3;

/**
 * Indices of the arms, the one to ask first in front: by the upper confidence bound (Auer et al. 2002) of discounted arms
 * (D-UCB, Garivier and Moulines 2011), whose worth is their gain per second, drawn towards what all gain, in units of the best one's. Of equals the first.
 */
export function rankBranches(arms: readonly ArmAccount[], exploration: number): readonly number[] {
  const total = arms.reduce(
    (sum, { account }) => ({
      gain: sum.gain + account.gain,
      seconds: sum.seconds + account.seconds,
      trials: sum.trials + account.trials,
    }),
    emptyAccount,
  );
  const perTrial = (sum: number, trials: number, otherwise: number) => (trials > 0 ? sum / trials : otherwise);
  const middlingGain = perTrial(total.gain, total.trials, 0);
  const middlingCost = perTrial(total.seconds, total.trials, 1);
  const rates = arms.map(({ account: { gain, seconds, trials } }) => {
    const cost = seconds + prior * perTrial(seconds, trials, middlingCost);
    return cost > 0 ? (gain + prior * middlingGain) / cost : 0;
  });
  const best = Math.max(...rates);
  const tried = arms.map(({ account, pending }) => account.trials + pending);
  const all = tried.reduce((sum, count) => sum + count, 0);
  const bounds = rates.map((rate, i) => {
    const own = tried[i] ?? 0;
    if (own === 0) return Number.POSITIVE_INFINITY;
    return (best > 0 ? rate / best : 0) + exploration * Math.sqrt(Math.log(all + 1) / own);
  });
  return arms.map((_, i) => i).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
}
