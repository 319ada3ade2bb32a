/** How long one kind of call takes, in milliseconds. */
export interface Latency {
  p50: number;
  p99: number;
  max: number;
  calls: number;
}

/**
 * Calls `work` with one item after another, again from the first when all are through, until there are enough calls
 * or the time is up. A call that has begun is finished, so a slow engine can exceed the budget by one call.
 *
 * @param budget milliseconds, warm-up excluded
 */
export function measure<T>(
  items: readonly T[],
  work: (item: T) => unknown,
  budget: number,
  calls: number,
): Latency {
  // The compiler is paid by the first calls; a running bot has that behind it.
  const warmUntil = performance.now() + budget / 4;
  for (let i = 0; i < Math.min(calls, 200) && performance.now() < warmUntil; i++) {
    const started = performance.now();
    work(items[i % items.length]!);
    const took = performance.now() - started;
    // As slow as that, the compiler makes no difference, and there is no time for a second call.
    if (took > budget) return latencyOf([took]);
  }

  const times: number[] = [];
  const until = performance.now() + budget;
  do {
    const item = items[times.length % items.length]!;
    const started = performance.now();
    work(item);
    times.push(performance.now() - started);
  } while (times.length < calls && performance.now() < until);
  return latencyOf(times);
}

export function latencyOf(times: number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  const quantile = (q: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0);
  return { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1), calls: times.length };
}

const round = (n: number) => Math.round(n * 1000) / 1000;
