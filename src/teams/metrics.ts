import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  triages: Counter<'outcome' | 'confidence'>;
  triageSeconds: Histogram;
  buttons: Counter<'verb'>;
  failures: Counter<'kind'>;
}

/** Counts and times only; no label holds anything that a person wrote. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    triages: new Counter({
      name: 'entra_triage_answers_total',
      help: 'Pastes that were answered, by outcome',
      labelNames: ['outcome', 'confidence'],
      registers,
    }),
    triageSeconds: new Histogram({
      name: 'entra_triage_match_seconds',
      help: 'Time from text to result',
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    buttons: new Counter({
      name: 'entra_triage_buttons_total',
      help: 'Buttons pressed, by what they ask for',
      labelNames: ['verb'],
      registers,
    }),
    failures: new Counter({
      name: 'entra_triage_failures_total',
      help: 'Turns that failed, by where',
      labelNames: ['kind'],
      registers,
    }),
  };
}
