import type { Confidence, Triage } from '../../core/types.ts';
import type { LabelledCase } from './readCases.ts';

/** One case with what was answered. */
export interface Judged {
  case: LabelledCase;
  triage: Triage;
  milliseconds: number;
  top1: boolean;
  top3: boolean;
}

interface KindScore {
  cases: number;
  /** Share of cases whose first match is right; for off-topic kinds, of those left without an answer. */
  top1: number;
  top3: number;
  outcomes: { match: number; suggestions: number; none: number };
}

export interface Score {
  cases: number;
  kinds: Record<string, KindScore>;
  /** Texts in which nothing may be found: how many were answered with a cause, how many with suggestions. */
  falseAnswers: { cases: number; match: number; suggestions: number };
  fields: Record<string, { cases: number; exact: number }>;
  /** How often an answer of each confidence is right. */
  calibration: Record<Confidence, { answers: number; right: number }>;
  latencyMs: { p50: number; p99: number; max: number };
}

export function judge(labelled: LabelledCase, triage: Triage, milliseconds: number): Judged {
  const ids = triage.outcome === 'none' ? [] : triage.matches.map(({ entry }) => entry.id);
  const right = (id: string | undefined) => id !== undefined && labelled.expect.includes(id);
  const isOffTopic = labelled.expect.length === 0;
  return {
    case: labelled,
    triage,
    milliseconds,
    top1: isOffTopic ? triage.outcome === 'none' : right(ids[0]),
    top3: isOffTopic ? triage.outcome === 'none' : ids.slice(0, 3).some(right),
  };
}

/** Adds up what was judged. Shares are between 0 and 1, times in milliseconds. */
export function scoreCases(judged: Judged[]): Score {
  const kinds: Record<string, KindScore> = {};
  for (const kind of new Set(judged.map((one) => one.case.kind))) {
    const ofKind = judged.filter((one) => one.case.kind === kind);
    const count = (outcome: Triage['outcome']) =>
      ofKind.filter((one) => one.triage.outcome === outcome).length;
    kinds[kind] = {
      cases: ofKind.length,
      top1: share(ofKind, (one) => one.top1),
      top3: share(ofKind, (one) => one.top3),
      outcomes: { match: count('match'), suggestions: count('suggestions'), none: count('none') },
    };
  }
  const offTopic = judged.filter((one) => one.case.expect.length === 0);
  const times = judged.map((one) => one.milliseconds).sort((a, b) => a - b);
  return {
    cases: judged.length,
    kinds,
    falseAnswers: {
      cases: offTopic.length,
      match: share(offTopic, (one) => one.triage.outcome === 'match'),
      suggestions: share(offTopic, (one) => one.triage.outcome === 'suggestions'),
    },
    fields: scoreFields(judged),
    calibration: {
      exact: calibrate(judged, 'exact'),
      likely: calibrate(judged, 'likely'),
      possible: calibrate(judged, 'possible'),
    },
    latencyMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1) },
  };
}

function calibrate(judged: Judged[], confidence: Confidence) {
  const answers = judged.filter(
    (one) => one.triage.outcome !== 'none' && one.triage.matches[0]?.confidence === confidence,
  );
  return { answers: answers.length, right: share(answers, (one) => one.case.expect.length > 0 && one.top1) };
}

const FIELDS = {
  correlationId: 'correlationIds',
  traceId: 'traceIds',
  timestamp: 'timestamps',
  tenantId: 'tenantIds',
  appId: 'appIds',
} as const;
export type FieldName = keyof typeof FIELDS;

/** The fields of a case that were not read exactly: the first value found has to be the labelled one. */
export function wrongFields({ case: { fields }, triage }: Judged): FieldName[] {
  return (Object.keys(FIELDS) as FieldName[]).filter(
    (name) => fields[name] !== undefined && triage.details[FIELDS[name]][0] !== normalise(name, fields[name]),
  );
}

function normalise(name: FieldName, written: string): string {
  if (name !== 'timestamp') return written.toLowerCase();
  let plain = written;
  if (/%[0-9a-f]{2}/i.test(written)) plain = decodeURIComponent(written.replaceAll('+', ' '));
  const date = new Date(plain.replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? plain : `${date.toISOString().slice(0, 19)}Z`;
}

function scoreFields(judged: Judged[]): Score['fields'] {
  return Object.fromEntries(
    (Object.keys(FIELDS) as FieldName[]).map((name) => {
      const labelled = judged.filter((one) => one.case.fields[name] !== undefined);
      return [
        name,
        { cases: labelled.length, exact: share(labelled, (one) => !wrongFields(one).includes(name)) },
      ];
    }),
  );
}

const share = <T>(all: T[], test: (one: T) => boolean) =>
  all.length === 0 ? 0 : round(all.filter(test).length / all.length);
const quantile = (sorted: number[], q: number) =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0);
const round = (n: number) => Math.round(n * 1000) / 1000;
