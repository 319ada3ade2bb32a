/** A source of numbers from 0 to 1 that gives the same ones in every run, so that two runs can be compared. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    // Numerical Recipes' linear congruential generator: good enough to vary words.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
export const whole = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

export function hex(random: Random, length: number): string {
  return Array.from({ length }, () => whole(random, 0, 15).toString(16)).join('');
}

export const guid = (random: Random): string =>
  [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-');
