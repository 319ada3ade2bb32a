import type { ButtonData, Verb } from '../../core/request/buttonData.ts';
import { button } from '../buttons.ts';
import type { CaseView, Moment } from '../cards.ts';
import { relativeTime } from '../moments.ts';
import { caseName, clip, plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';
import { type MissingRow, missingRows } from './completeness.ts';

/** What `case.template.json` is filled with. */
export interface CaseData {
  fallbackText: string;
  heading: string;
  title: string;
  status: string;
  microsoftCase: string;
  resolution: string;
  clock: { urgent: string; text: string }[];
  have: string;
  missing: MissingRow[];
  template: string;
  support: { url: string }[];
  canChange: boolean;
  canFile: boolean;
  canClose: boolean;
  evidence: {
    label: string;
    correlationId: string;
    steps: { n: string; text: string }[];
    graph: string;
    az: string;
    powershell: string;
    kql: string;
  }[];
  canReopen: boolean;
  canSendFile: boolean;
  /** What is wrong with an input of the card itself; empty where nothing is. */
  errors: { microsoftCase: string; resolution: string };
  buttons: {
    edit: ButtonData;
    file: ButtonData;
    close: ButtonData;
    reopen: ButtonData;
    sendFile: ButtonData;
  };
}

/** Turns a case into the card's data: how it stands, the text to send, and how to find the sign-in. */
export function caseData(view: CaseView, moment: Moment, words: Words): CaseData {
  const { id, state, version, facts, events, microsoftCase, resolution } = view.case;
  const name = caseName(id);
  const last = events.at(-1);
  const act = (verb: Verb) => button(verb, { caseId: id, version });
  const { have, missing } = missingRows(view.completeness, words);
  return {
    fallbackText: fill(words.summary.case, { id: name, state: words.case.states[state] }),
    heading: fill(words.case.heading, { id: name }),
    title: plainText(facts.title, 200),
    status: fill(words.case.status, {
      state: words.case.states[state],
      severity: words.case.severities[facts.severity],
      event: last
        ? fill(words.case.events[last.did], { name: plainText(last.byName, 60) || words.case.somebody })
        : '',
      when: last ? relativeTime(new Date(last.at), moment.now, words) : '',
    }).replace(/[·\s]+$/, ''),
    microsoftCase: plainText(microsoftCase, 60),
    resolution: plainText(resolution, 500),
    clock: view.clock.slice(0, 3).map(({ text, urgent }) => ({
      urgent: urgent ? words.case.urgent : '',
      text: plainText(text, 240),
    })),
    have,
    missing,
    template: view.template,
    support: /^https:\/\/\S{1,500}$/.test(view.supportUrl) ? [{ url: view.supportUrl }] : [],
    canChange: view.canChange,
    canFile: view.canChange && (state === 'draft' || state === 'ready'),
    canClose: view.canChange && state !== 'closed',
    canSendFile: view.canSendFile ?? false,
    canReopen: view.canChange && state === 'closed',
    errors: {
      microsoftCase: plainText(view.errors?.microsoftCase ?? '', 160),
      resolution: plainText(view.errors?.resolution ?? '', 160),
    },
    evidence: view.evidence.slice(0, 3).map(({ kind, correlationId, steps, graph, az, powershell, kql }) => ({
      label: words.case[kind ?? 'correlationId'],
      correlationId: plainText(correlationId, 60),
      steps: steps.slice(0, 6).map((text, at) => ({ n: `${at + 1}.`, text: plainText(text, 300) })),
      graph: clip(graph, 400),
      az: clip(az, 500),
      powershell: clip(powershell ?? '', 500),
      kql: clip(kql, 900),
    })),
    buttons: {
      edit: act('editCase'),
      file: act('fileCase'),
      close: act('closeCase'),
      reopen: act('reopenCase'),
      sendFile: act('sendFile'),
    },
  };
}

/** What to leave out of a case that is too large, least missed first; the text to send comes last. */
export function caseCuts(words: Words): ((data: CaseData) => CaseData)[] {
  const shorten = (max: number) => (data: CaseData) => ({
    ...data,
    template: cutText(data.template, max, words),
  });
  return [
    (data) => ({ ...data, evidence: data.evidence.slice(0, 1) }),
    (data) => ({
      ...data,
      evidence: data.evidence.map((one) => ({ ...one, kql: '', az: '', powershell: '' })),
    }),
    (data) => ({ ...data, evidence: [] }),
    shorten(14_000),
    shorten(8_000),
    shorten(2_500),
  ];
}

/** Cuts a long text at the end, and says so in it. */
export function cutText(text: string, max: number, words: Words): string {
  return text.length <= max ? text : `${clip(text, max)}\n${words.case.cut}`;
}
