import type { ChainLink } from '../../core/details/chain.ts';
import type { ButtonData, Carried } from '../../core/request/buttonData.ts';
import type { Entry, Match } from '../../core/types.ts';
import { button, carryLess } from '../buttons.ts';
import type { Moment } from '../cards.ts';
import { plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';
import { type ChainRow, chainView, shortenChain } from './chainView.ts';
import { fillHoles } from './fillHoles.ts';
import { type FixView, fixView, whoCanFix } from './fixView.ts';
import { type Found, type FoundRow, foundInMessage } from './foundInMessage.ts';

/** What `answer.template.json` is filled with. */
export interface AnswerData {
  fallbackText: string;
  title: string;
  code: string;
  name: string;
  severity: string;
  severityColor: 'Attention' | 'Default';
  sure: string;
  why: string;
  summary: string;
  /** Said where causes and fixes are conclusions; empty elsewhere. */
  inferred: string;
  who: string;
  fix: FixView;
  retry: string;
  escalateWhen: string;
  found: FoundRow[];
  /** Other codes that stand in the message, each with a button to its answer. */
  also: { text: string; title: string; button: ButtonData }[];
  chain: ChainRow[];
  chainMore: string;
  chainLength: number;
  causes: { n: string; text: string; tell: string }[];
  decide: string;
  otherFixes: FixView[];
  checks: { text: string }[];
  notes: { text: string }[];
  collect: { text: string }[];
  twins: { title: string; check: string }[];
  whys: { title: string; sure: string; why: string }[];
  sources: { title: string; host: string; url: string }[];
  buttons: { escalate: ButtonData; solved: ButtonData; notThis: ButtonData };
}

/** What an answer is made of, whether it comes from a paste or from a button. */
export interface AnswerInput {
  entry: Entry;
  /** The matches of the paste, or none where the entry was chosen by hand. */
  matches: Match[];
  others: Entry[];
  found: Found;
  chain: ChainLink[];
  carried: Carried;
  unknownCodes?: string[];
}

const COLORS = { high: 'Attention', medium: 'Default', low: 'Default' } as const;
const MOST_CHAIN_ROWS = 8;

/** Turns an entry and the details of a paste into the data of the answer card. */
export function answerData(input: AnswerInput, moment: Moment, words: Words): AnswerData {
  const { entry, matches, others, found, carried } = input;
  const filled = (text: string, max: number) => plainText(fillHoles(text, found, words).text, max);
  const [first, ...otherFixes] = entry.fixes.map((fix) => fixView(fix, found, words));
  const match = matches.find((one) => one.entry.id === entry.id);
  const code = codeOf(entry, found);
  const { rows, more } = shortenChain(
    chainView(input.chain, entry, words),
    MOST_CHAIN_ROWS,
    input.chain.length,
    words,
  );
  const titles = new Map([...others, ...matches.map((one) => one.entry)].map((one) => [one.id, one.title]));
  const back = { entry: entry.id, others: others.map(({ id }) => id).slice(0, 3), carried };
  return {
    fallbackText: answerSummary(entry, found, words),
    title: plainText(entry.title, 120),
    code,
    // The name is that of the entry's first code.
    name: plainText(code === '' || code === entry.id ? (entry.name ?? '') : '', 100),
    severity: words.severity[entry.severity],
    severityColor: COLORS[entry.severity],
    sure: match ? words.confidence[match.confidence] : words.chosen.sure,
    why: match ? plainText(match.why, 240) : words.chosen.why,
    summary: filled(entry.summary, 360),
    inferred: entry.inferred ? words.inferred : '',
    who: whoCanFix(entry.fixedBy, entry.fixes, words),
    also: matches
      .filter((one) => one.confidence === 'exact' && one.entry.id !== entry.id)
      .slice(0, 2)
      .map((one) => ({
        text: plainText(`${nameOf(one.entry, found)}: ${one.entry.title}`, 160),
        title: fill(words.also, { id: nameOf(one.entry, found) }),
        button: button('answer', { entry: one.entry.id, others: [entry.id], carried }),
      })),
    fix: first ?? NO_FIX,
    retry: plainText([words.retry[entry.retry.worth], entry.retry.note ?? ''].join(' '), 280),
    escalateWhen: filled(entry.escalateWhen, 320),
    found: foundInMessage(found, moment, words, input.unknownCodes),
    chain: rows,
    chainMore: more,
    chainLength: input.chain.length,
    causes: entry.causes.slice(0, 5).map(({ text, tell }, at) => ({
      n: `${at + 1}.`,
      text: filled(text, 300),
      tell: filled(tell ?? '', 300),
    })),
    decide: filled(entry.decide ?? '', 320),
    otherFixes,
    checks: entry.checks.slice(0, 6).map((text) => ({ text: filled(text, 320) })),
    collect: entry.collect.slice(0, 6).map((text) => ({ text: filled(text, 220) })),
    notes: entry.notes.slice(0, 6).map((text) => ({ text: filled(text, 420) })),
    twins: entry.twins.slice(0, 4).map(({ id, check }) => ({
      title: plainText(titles.has(id) ? `${id}: ${titles.get(id)}` : id, 140),
      check: filled(check, 320),
    })),
    whys: matches.slice(0, 4).map((one) => ({
      title: plainText(`${nameOf(one.entry, found)}: ${one.entry.title}`, 160),
      sure: words.confidence[one.confidence],
      why: plainText(one.why, 240),
    })),
    sources: entry.references.flatMap(({ title, url }) => source(title, url)).slice(0, 6),
    buttons: {
      escalate: button('escalate', back),
      solved: button('solved', back),
      notThis: button('notThis', back),
    },
  };
}

/** What to leave out of an answer that is too large, least missed first. */
export function answerCuts(words: Words): ((data: AnswerData) => AnswerData)[] {
  const fewerRows = (most: number) => (data: AnswerData) => {
    const { rows, more } = shortenChain(data.chain, most, data.chainLength, words);
    return { ...data, chain: rows, chainMore: more };
  };
  return [
    (data) => ({ ...data, notes: data.notes.slice(0, 3), sources: data.sources.slice(0, 3) }),
    (data) => ({
      ...data,
      chain: data.chain.map((row) => (row.first ? row : { ...row, reason: row.brief })),
    }),
    (data) => ({ ...data, otherFixes: data.otherFixes.map((fix, at) => (at < 2 ? fix : titleOnly(fix))) }),
    ({ buttons, ...data }) => ({
      ...data,
      also: data.also.map((one) => ({ ...one, button: carryLess(one.button) })),
      buttons: {
        escalate: carryLess(buttons.escalate),
        solved: carryLess(buttons.solved),
        notThis: carryLess(buttons.notThis),
      },
    }),
    fewerRows(5),
    (data) => ({ ...data, otherFixes: data.otherFixes.map(titleOnly) }),
    (data) => ({ ...data, checks: data.checks.slice(0, 2), twins: data.twins.slice(0, 2), notes: [] }),
    (data) => ({ ...data, otherFixes: [], collect: [], whys: data.whys.slice(0, 1) }),
    fewerRows(3),
    (data) => ({ ...data, causes: data.causes.slice(0, 3), sources: data.sources.slice(0, 1), checks: [] }),
    (data) => ({ ...data, causes: [], twins: [], decide: '', found: data.found.slice(0, 5) }),
    (data) => ({ ...data, chain: [], fix: { ...data.fix, steps: data.fix.steps.slice(0, 5) } }),
  ];
}

const titleOnly = (fix: FixView): FixView => ({
  ...fix,
  steps: [],
  portal: '',
  commands: [],
  licence: '',
  verify: '',
});

/** The line that stands for the answer in a toast. */
export function answerSummary(entry: Entry, found: Found, words: Words): string {
  const code = codeOf(entry, found);
  const title = plainText(entry.title, 120);
  return fill(code ? words.summary.answer : words.summary.plain, { code, title });
}

/** By what the person knows the entry: its code that stands in the paste, else its id. */
const nameOf = (entry: Entry, found: Found) => codeOf(entry, found) || entry.id;

/** The code of the entry that stands in the paste, else its own one; empty for an entry without codes. */
export function codeOf(entry: Entry, found: Found): string {
  const own = entry.codes.includes(entry.id) ? entry.id : entry.codes[0];
  return found.codes.find((code) => entry.codes.includes(code)) ?? own ?? '';
}

function source(title: string, url: string): AnswerData['sources'] {
  if (!/^https:\/\/\S{1,400}$/.test(url) || !URL.canParse(url)) return [];
  return [{ title: plainText(title, 170), host: new URL(url).host, url }];
}

const NO_FIX: FixView = {
  title: '',
  who: '',
  licence: '',
  steps: [],
  portal: '',
  commands: [],
  open: false,
  verify: '',
};
