import type { Triage } from './types.ts';

/** The result of a triage as programs get it; the shape is a contract, described in the README. */
export function toJson({ outcome, matches, details, secrets, unknownCodes }: Triage) {
  return {
    outcome,
    matches: matches.map(({ entry, confidence, score, why }) => ({
      id: entry.id,
      title: entry.title,
      confidence,
      score: Math.round(score * 1000) / 1000,
      why,
    })),
    details: { ...details, unknownCodes },
    secrets,
  };
}
