import type { FieldName, FormValues } from '../core/case/form/fields.ts';
import type { Case, CaseSeverity, CaseState } from '../core/case/types.ts';
import type { ButtonData, Carried } from '../core/request/buttonData.ts';
import type { Entry, Triage } from '../core/types.ts';

/** When and where a card is read. */
export interface Moment {
  now: Date;
  /** IANA name as the client sent it; absent or not a zone: times are shown in UTC only. */
  timeZone?: string;
  /** For the form of dates; absent or not a locale: British English. */
  locale?: string;
}

/** A card, and the one plain line that stands for it in a toast and on clients that can't draw it. */
export interface Reply {
  card: Record<string, unknown>;
  summary: string;
}

/** How much of what Microsoft will ask for is there, and where the rest is to be found. */
export interface Completeness {
  have: number;
  of: number;
  missing: { label: string; where: string }[];
}

export interface FormView {
  /**
   * What each input holds. `tried` is a list of indexes into `triedOptions`, joined by commas ("0,2"), because the
   * options themselves may hold commas; `consent` is "true" or "false".
   */
  values: FormValues;
  /** What is wrong with a field, as a sentence; only fields that need a look. */
  errors: Partial<Record<FieldName, string>>;
  /** Titles of the answer's fixes. */
  triedOptions: string[];
  /** What support asks for with the error of the answer. */
  asked: string[];
  /** Goes back with the form; its verb is `submitCase`. */
  button: ButtonData;
  completeness: Completeness;
  /** Given when an existing case is edited. */
  caseId?: string;
  /** The time that was typed, read back in UTC. */
  utcShown?: string;
}

/** Ready-made ways to find one sign-in in the logs. */
export interface Evidence {
  correlationId: string;
  /** What the ID is; a correlation ID unless it says otherwise. */
  kind?: 'correlationId' | 'requestId';
  steps: string[];
  graph: string;
  az: string;
  powershell?: string;
  kql: string;
}

export interface CaseView {
  case: Case;
  completeness: Completeness;
  /** How long the logs will still have the sign-in. */
  clock: { text: string; urgent: boolean }[];
  evidence: Evidence[];
  /** The case as text, to be pasted into a support request. */
  template: string;
  supportUrl: string;
  /** Whether the buttons that change the case are shown. */
  canChange: boolean;
  /** Whether the case can be sent as a file: in personal chats only. */
  canSendFile?: boolean;
  /** What is wrong with what was typed into the card itself. */
  errors?: { microsoftCase?: string; resolution?: string };
}

export interface CaseListItem {
  id: string;
  title: string;
  state: CaseState;
  /** ISO 8601 in UTC. */
  updated: string;
  severity: CaseSeverity;
}

export type No = 'not-in-conversation' | 'changed-meanwhile' | 'expired' | 'unknown-case';

/** Every card of the bot. All functions are pure: the same input gives the same card. */
export interface Cards {
  /** The best match, or the one with the id `shown`. Without a match it is `nothingFound`. */
  answer(triage: Triage, moment: Moment, options?: { shown?: string }): Reply;
  /** The same card from what a button carried: after "Not this", or when a suggestion was picked. */
  answerEntry(entry: Entry, others: Entry[], carried: Carried, moment: Moment): Reply;
  /** Up to three entries to choose from, each with what tells it from the others. */
  suggestions(triage: Triage, moment: Moment): Reply;
  /** The same after "Not this"; with an empty list it says that there is nothing else, and offers to escalate.
   * `back` is the answer that was shown before; a button leads back to it. */
  otherSuggestions(others: Entry[], carried: Carried, moment: Moment, back?: Entry): Reply;
  /** Says that nothing was found, shows what was read, and asks for what would help. */
  nothingFound(triage: Triage, moment: Moment): Reply;
  /** The message held secrets and nothing else. */
  secretsOnly(kinds: string[], moment: Moment): Reply;
  help(): Reply;
  welcome(): Reply;
  /** A screenshot came without text. */
  pasteText(): Reply;
  solved(entry: Entry | undefined, carried: Carried | undefined): Reply;
  error(referenceId: string): Reply;
  friendlyNo(kind: No): Reply;
  /** After the word "forget": how many drafts were deleted, and how many other cases were changed. */
  forgotten(done: { cases: number; changed: number }): Reply;
  escalationForm(form: FormView): Reply;
  case(view: CaseView, moment: Moment): Reply;
  caseList(mine: CaseListItem[], here: CaseListItem[], moment: Moment): Reply;
  /** The storage is away: what was typed, as text to copy. */
  notSaved(template: string, moment: Moment): Reply;
}

export type { CaseSeverity, CaseState, FieldName };
