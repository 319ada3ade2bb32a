import Fuse from 'fuse.js';
import type { Details, Match } from '../types.ts';
import { COMMON_WORDS } from './commonWords.ts';
import type { Knowledge } from './matchKnowledge.ts';
import type { PatternIndex } from './patternIndex.ts';
import { type Coverage, rankPatterns } from './rankPatterns.ts';
import { readStatements, type Statement } from './words.ts';

export interface WordMatch {
  match: Match;
  /** Nearly all of a message that a program prints stands in the text. */
  isVerbatim: boolean;
}

/** How much must be recognised, in nats, before a share counts in full: about three rare words. */
const FULL_WEIGHT = 9;
/** A message counts as printed when this share of it stands together. */
const VERBATIM_FROM = 0.85;
/** What one sentence of a longer message is worth, and a person's own words. */
const KIND_WORTH = { signature: 1, part: 0.95, identifier: 1, question: 0.95 } as const;
const IDENTIFIER_SCORE = 0.88;

/** Signs that a text is about signing in to Microsoft at all. */
const CONTEXT =
  /\b(?:azure|entra|aad|adal|msal\w*|microsoft|office ?365|o365|m365|windows hello|intune|sharepoint|outlook|teams|tenant|conditional access|managed identity|service principal|app registration|adfs|ad fs|sign-?in log|az login|azd|powershell|graph api|acquireToken\w*|loginPopup|loginRedirect|imds|keychain|libsecret|redirect ur[il]|reply url|consent|b2c|\w+Credential\w*)\b|@azure\/|login\.microsoftonline|azure\.identity|microsoftonline|PublicClientApplication/i;
/** Signs that it is about somebody else's sign-in. */
const FOREIGN =
  /\b(?:google|gcp|keycloak|okta|auth0|aws|amazon|dynamodb|github|gitlab|bitbucket|docker\s?hub|kubectl|kubeconfig|npm|openai|firebase|cognito|facebook|salesforce|slack|zoom|discord|twitter|hackmd)\b/i;

// Only the best places are compared further: Fuse's time grows with what it is given.
const SHORTLIST = 36;
const QUERY_WORDS = 12;
const QUERY_PATTERN = /[\p{L}\p{N}_]+/gu;

/**
 * Finds entries by words: those that programs print, and those that people ask with. How much of a pattern the text
 * covers decides; where that leaves a doubt, Fuse compares the few best patterns with the few telling words of the
 * text, letter by letter, so that misspelt words count too.
 *
 * @returns at most one match per entry, best first; scores are comparable within the result
 */
export function matchWords(text: string, details: Details, { index, entries }: Knowledge): WordMatch[] {
  const statements = readStatements(text);
  const ranked = rankPatterns(statements, index);
  if (ranked.length === 0) return [];
  const trust = trustIn(text);
  const scored = ranked.map((coverage) => ({ coverage, score: scoreOf(coverage, details) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const fuzzy =
    best < CERTAIN
      ? fuzzyShares(
          statements,
          scored.map(({ coverage }) => coverage),
          index,
        )
      : undefined;

  const byEntry = new Map<number, { coverage: Coverage; score: number }>();
  scored.forEach(({ coverage, score }, i) => {
    const total = fuzzy ? blend(coverage, score, fuzzy[i] ?? 0) : score;
    const known = byEntry.get(coverage.pattern.entry);
    if (!known || total > known.score) byEntry.set(coverage.pattern.entry, { coverage, score: total });
  });
  return [...byEntry]
    .map(([e, { coverage, score }]) => {
      const isVerbatim =
        coverage.pattern.kind !== 'question' &&
        coverage.share >= VERBATIM_FROM &&
        coverage.weight >= FULL_WEIGHT;
      const match: Match = {
        entry: entries[e]!,
        confidence: 'likely',
        score: Math.min(0.97, score * (isVerbatim ? Math.max(trust, 0.9) : trust)),
        why: whyOf(coverage),
      };
      return { match, isVerbatim };
    })
    .sort((a, b) => b.match.score - a.match.score);
}

/** From here on nothing is left to compare. */
const CERTAIN = 0.9;

function scoreOf({ pattern, share, weight }: Coverage, { sdk, credentials }: Details): number {
  if (pattern.kind === 'identifier') return share >= 1 ? IDENTIFIER_SCORE : 0;
  let score = share * (1 - Math.exp(-weight / FULL_WEIGHT)) * KIND_WORTH[pattern.kind];
  if (pattern.sdk && sdk) score *= pattern.sdk === sdk ? 1.02 : 0.97;
  if (pattern.credential && credentials.includes(pattern.credential)) score *= 1.03;
  return score;
}

function blend({ pattern }: Coverage, score: number, fuzzy: number): number {
  return pattern.kind === 'question' ? score * 0.55 + fuzzy * 0.45 : score * 0.85 + fuzzy * 0.15;
}

/** For each coverage the share of the text's telling words that its pattern has, misspelt ones included. 0 to 1. */
function fuzzyShares(
  statements: Statement[],
  coverages: Coverage[],
  index: PatternIndex,
): (number | undefined)[] {
  const shortlist = coverages.slice(0, SHORTLIST);
  const query = tellingWords(statements, shortlist, index);
  if (query.length === 0) return [];
  const fuse = new Fuse(
    shortlist.map(({ pattern }) => pattern.text.toLowerCase()),
    {
      useTokenSearch: true,
      tokenMatch: 'any',
      tokenize: QUERY_PATTERN,
      includeScore: true,
      threshold: 0.25,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      shouldSort: false,
    },
  );
  const shares: (number | undefined)[] = new Array(coverages.length).fill(undefined);
  for (const { refIndex, score } of fuse.search(query.join(' '))) shares[refIndex] = 1 - (score ?? 1);
  return shares;
}

/** The words to compare by: of a short text its rarest, of a long one those of the statements that were led to. */
function tellingWords(statements: Statement[], coverages: Coverage[], index: PatternIndex): string[] {
  const total = statements.reduce((n, { words }) => n + words.length, 0);
  const isShort = total <= 60;
  const from = isShort ? statements : [...new Set(coverages.slice(0, 2).map(({ statement }) => statement))];
  const words = new Set(from.flatMap((statement) => statement.words));
  const known: [string, number][] = [];
  const unknown: string[] = [];
  for (const word of words) {
    if (COMMON_WORDS.has(word) || word.length < 3 || word.length > 32) continue;
    const number = index.vocabulary.get(word);
    if (number !== undefined) known.push([word, index.weightOf[number]!]);
    else if (isShort && word.length >= 6) unknown.push(word);
  }
  known.sort((a, b) => b[1] - a[1]);
  return [...known.slice(0, QUERY_WORDS).map(([word]) => word), ...unknown.slice(0, 2)];
}

function trustIn(text: string): number {
  const context = CONTEXT.test(text);
  const foreign = FOREIGN.test(text);
  if (context) return foreign ? 0.95 : 1;
  return foreign ? 0.55 : 0.75;
}

const MAX_QUOTE = 90;

function whyOf({ pattern, statement }: Coverage): string {
  const quote =
    statement.text.length > MAX_QUOTE ? `${statement.text.slice(0, MAX_QUOTE - 1)}…` : statement.text;
  return pattern.kind === 'question'
    ? `the words "${quote}" in line ${statement.line} read like: ${pattern.text}`
    : `the words "${quote}" in line ${statement.line}`;
}
