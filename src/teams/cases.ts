import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Reply } from '../cards/cards.ts';
import { buildCase } from '../core/case/buildCase.ts';
import { type Change, changeCase } from '../core/case/changeCase.ts';
import { stateByFacts } from '../core/case/completeness.ts';
import type { FormValues } from '../core/case/form/fields.ts';
import { prefillFromCase } from '../core/case/form/prefill.ts';
import { readForm } from '../core/case/form/readForm.ts';
import { readCaseId } from '../core/case/readCaseId.ts';
import { caseTemplate } from '../core/case/template/caseTemplate.ts';
import type { Case, CaseFacts } from '../core/case/types.ts';
import type { ButtonData } from '../core/request/buttonData.ts';
import type { ButtonRequest } from '../core/request/readRequest.ts';
import type { Entry } from '../core/types.ts';
import { StorageError, type StoredCase } from '../storage/storage.ts';
import { toActivity } from './activity.ts';
import { type Asker, mayUse } from './asker.ts';
import { offerFile } from './caseFile.ts';
import { editButton, type FormErrors, openForm, showForm } from './caseForm.ts';
import type { BotParts } from './parts.ts';
import { renderCase } from './renderCase.ts';

/** What comes of a press: the card that takes the place of the old one, and for whom. */
export interface Outcome {
  reply: Reply;
  /** A form is for the person who opened it; everything else is for everybody in the conversation. */
  forEveryone: boolean;
}

/** Does what a button of a form or case asks for. */
export async function performCase(
  request: ButtonRequest,
  context: TurnContext,
  asker: Asker,
  parts: BotParts,
): Promise<Outcome> {
  const { cards, knowledge } = parts;
  const entry = request.entry ? knowledge().byId.get(request.entry) : undefined;
  if (request.verb === 'escalate') return forOne(openForm(entry, request.carried, asker, parts));
  if (request.verb === 'submitCase' && !request.caseId) return submit(request, entry, context, asker, parts);

  const id = request.caseId ? readCaseId(request.caseId) : undefined;
  const stored = id ? await parts.storage.findCase(id) : undefined;
  if (!stored) return forOne(cards.friendlyNo('unknown-case'));
  if (!mayUse(stored, asker)) return forOne(cards.friendlyNo('not-in-conversation'));
  const entryOfCase = knowledge().byId.get(stored.case.facts.entryId);
  switch (request.verb) {
    case 'showCase':
    case 'cancel':
      return forAll(renderCase(stored.case, asker, parts));
    case 'editCase': {
      const values = prefillFromCase(stored.case.facts, entryOfCase, {
        name: asker.person.name,
        timeZone: asker.moment.timeZone,
      });
      return forOne(
        showForm(
          { values, entry: entryOfCase, button: editButton(stored.case), asker, caseId: stored.case.id },
          parts,
        ),
      );
    }
    case 'submitCase':
      return edit(request, stored, entryOfCase, context, asker, parts);
    case 'fileCase':
      return change(
        stored,
        request,
        { do: 'file', microsoftCase: request.fields.microsoftCase ?? '' },
        context,
        asker,
        parts,
      );
    case 'closeCase':
      return change(
        stored,
        request,
        { do: 'close', resolution: request.fields.resolution ?? '' },
        context,
        asker,
        parts,
      );
    case 'reopenCase':
      return change(stored, request, { do: 'reopen' }, context, asker, parts);
    case 'sendFile':
      await offerFile(stored.case, context, parts);
      return forOne(renderCase(stored.case, asker, parts));
    default:
      return forOne(cards.friendlyNo('expired'));
  }
}

/** The cases of the person and of the conversation. */
export async function listCases(
  { person, conversationId, moment }: Asker,
  { cards, storage }: BotParts,
): Promise<Reply> {
  const { mine, here } = await storage.listCases({ ownerId: person.id, conversationId });
  const item = ({ case: { id, state, facts }, updatedAt }: StoredCase) => ({
    id,
    title: facts.title,
    state,
    updated: updatedAt,
    severity: facts.severity,
  });
  return cards.caseList(mine.map(item), here.map(item), moment);
}

/** One case by the number that a person typed. */
export async function findCase(typed: string, asker: Asker, parts: BotParts): Promise<Reply> {
  const id = readCaseId(typed);
  const stored = id ? await parts.storage.findCase(id) : undefined;
  if (!stored) return parts.cards.friendlyNo('unknown-case');
  return mayUse(stored, asker)
    ? renderCase(stored.case, asker, parts)
    : parts.cards.friendlyNo('not-in-conversation');
}

async function submit(
  request: ButtonRequest,
  entry: Entry | undefined,
  context: TurnContext,
  asker: Asker,
  parts: BotParts,
): Promise<Outcome> {
  const { moment } = asker;
  const read = readForm(request.fields, {
    carried: request.carried,
    entry,
    now: moment.now,
    timeZone: moment.timeZone,
  });
  if ('errors' in read) {
    const button: ButtonData = {
      v: 1,
      verb: 'submitCase',
      entry: entry?.id,
      others: [],
      carried: request.carried,
    };
    return forOne(
      showForm(
        { values: read.values, errors: read.errors, entry, button, asker, utcShown: read.utcShown },
        parts,
      ),
    );
  }
  const input = {
    facts: read.facts,
    state: stateByFacts(read.facts),
    conversationId: asker.conversationId,
    owner: asker.person,
    submitKey: submitKey(context),
  };
  try {
    const created = await parts.storage.createCase(input, moment.now);
    const { replyToId } = context.activity;
    if (replyToId)
      await parts.storage
        .setCaseCard(created.id, replyToId)
        .catch((err) => parts.log.warn({ err }, 'the card of a case was not remembered'));
    parts.log.info({ caseId: created.id, state: created.state }, 'a case was created');
    return forAll(renderCase(created, asker, parts));
  } catch (error) {
    return notSaved(error, read.facts, asker, parts);
  }
}

async function edit(
  request: ButtonRequest,
  stored: StoredCase,
  entry: Entry | undefined,
  context: TurnContext,
  asker: Asker,
  parts: BotParts,
): Promise<Outcome> {
  const { moment } = asker;
  const read = readForm(request.fields, {
    entry,
    now: moment.now,
    timeZone: moment.timeZone,
    before: stored.case.facts,
  });
  const again = (values: FormValues, errors: FormErrors, utcShown?: string) =>
    forOne(
      showForm(
        { values, errors, entry, button: editButton(stored.case), asker, caseId: stored.case.id, utcShown },
        parts,
      ),
    );
  if ('errors' in read) return again(read.values, read.errors, read.utcShown);
  // Somebody else saved meanwhile: what was typed stays in the form, and pressing again puts it on top knowingly.
  const typed = prefillFromCase(read.facts, entry, { timeZone: moment.timeZone });
  if (stored.case.version !== request.version) return again(typed, { problem: 'changedMeanwhile' });
  const result = changeCase(stored.case, { do: 'edit', facts: read.facts }, asker.person, moment.now);
  if ('error' in result) return again(typed, { problem: result.error });
  return save(result.case, stored, read.facts, context, asker, parts);
}

async function change(
  stored: StoredCase,
  request: ButtonRequest,
  what: Change,
  context: TurnContext,
  asker: Asker,
  parts: BotParts,
): Promise<Outcome> {
  if (stored.case.version !== request.version) return forOne(parts.cards.friendlyNo('changed-meanwhile'));
  const result = changeCase(stored.case, what, asker.person, asker.moment.now);
  if ('error' in result) {
    const field = what.do === 'file' ? 'microsoftCase' : 'resolution';
    return forOne(
      renderCase(stored.case, asker, parts, { [field]: parts.caseWords.changeErrors[result.error] }),
    );
  }
  return save(result.case, stored, result.case.facts, context, asker, parts);
}

async function save(
  changed: Case,
  stored: StoredCase,
  facts: CaseFacts,
  context: TurnContext,
  asker: Asker,
  parts: BotParts,
): Promise<Outcome> {
  try {
    const saved = await parts.storage.saveCase(changed, stored.case.version, asker.moment.now);
    if (saved === 'changed-meanwhile') return forOne(parts.cards.friendlyNo('changed-meanwhile'));
  } catch (error) {
    return notSaved(error, facts, asker, parts);
  }
  parts.log.info(
    { caseId: changed.id, state: changed.state, version: changed.version },
    'a case was changed',
  );
  const reply = renderCase(changed, asker, parts);
  await replaceOtherCard(stored, reply, context, asker, parts);
  return forAll(reply);
}

/** One card shows the case to everybody; it changes with the case, wherever the button was pressed. */
async function replaceOtherCard(
  { cardActivityId, conversationId }: StoredCase,
  reply: Reply,
  context: TurnContext,
  asker: Asker,
  { log }: BotParts,
): Promise<void> {
  const isElsewhere =
    conversationId !== asker.conversationId || cardActivityId === context.activity.replyToId;
  if (!cardActivityId || isElsewhere) return;
  await context
    .updateActivity({ ...toActivity(reply), id: cardActivityId })
    .catch((err: Error) => log.warn({ err }, 'the card of a case could not be replaced'));
}

/** Nothing that was typed is lost: it comes back as text to copy, and plainly as not saved. */
function notSaved(
  error: unknown,
  facts: CaseFacts,
  { person, moment }: Asker,
  { cards, caseWords, log, metrics }: BotParts,
): Outcome {
  if (!(error instanceof StorageError)) throw error;
  metrics.failures.inc({ kind: 'storage' });
  log.error({ err: error }, 'a case could not be saved');
  const unsaved = buildCase('', { facts, state: stateByFacts(facts) }, person, moment.now);
  return forOne(cards.notSaved(caseTemplate(unsaved, caseWords, moment.now).text, moment));
}

/**
 * The same press gives the same key: Teams repeats a press up to four times with another time, and two instances may
 * get one each. https://github.com/microsoft/BotFramework-Services/issues/59
 */
function submitKey({ activity }: TurnContext): string {
  const value = activity.value?.action?.data ?? activity.value?.data ?? activity.value;
  return createHash('sha256')
    .update(JSON.stringify([activity.conversation?.id, activity.from?.id, activity.replyToId ?? '', value]))
    .digest('hex');
}

const forAll = (reply: Reply): Outcome => ({ reply, forEveryone: true });
const forOne = (reply: Reply): Outcome => ({ reply, forEveryone: false });
