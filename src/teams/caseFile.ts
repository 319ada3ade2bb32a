import type { Attachment, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { readCaseId } from '../core/case/readCaseId.ts';
import { caseTemplate } from '../core/case/template/caseTemplate.ts';
import { fill } from '../core/case/template/caseWords.ts';
import type { Case } from '../core/case/types.ts';
import { readMoment } from './activity.ts';
import { mayUse, readAsker } from './asker.ts';
import type { BotParts } from './parts.ts';

/**
 * Asks whether the case may be put into the person's OneDrive; Teams then says where. Works in personal chats only.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export async function offerFile(of: Case, context: TurnContext, parts: BotParts): Promise<void> {
  const content = markdownOf(of, parts);
  const attachment: Attachment = {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name: `${of.id}.md`,
    content: {
      description: fill(parts.caseWords.file.offer, { id: of.id }),
      sizeInBytes: Buffer.byteLength(content),
      acceptContext: { caseId: of.id },
      declineContext: { caseId: of.id },
    },
  };
  await context.sendActivity({ type: 'message', attachments: [attachment] });
}

const consentSchema = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ caseId: z.string().max(20) }),
  uploadInfo: z
    .object({
      contentUrl: z.string(),
      name: z.string(),
      uploadUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});

/** The answer to the offer: on a yes the file is written anew, as the case is now, and shown. */
export async function onFileConsent(context: TurnContext, parts: BotParts): Promise<void> {
  const read = consentSchema.safeParse(context.activity.value);
  if (!read.success || read.data.action === 'decline' || !read.data.uploadInfo) return;
  const asker = readAsker(context, readMoment(context.activity, parts.now()));
  const id = readCaseId(read.data.context.caseId);
  const stored = id ? await parts.storage.findCase(id) : undefined;
  if (!stored || !mayUse(stored, asker)) return;
  const { uploadUrl, contentUrl, name, uniqueId, fileType } = read.data.uploadInfo;
  try {
    await parts.upload(uploadUrl, markdownOf(stored.case, parts));
  } catch (error) {
    parts.log.warn({ err: error, caseId: id }, 'the file of a case could not be stored');
    await context.sendActivity({
      type: 'message',
      textFormat: 'plain',
      text: fill(parts.caseWords.file.failed, { id: stored.case.id }),
    });
    return;
  }
  const shown: Attachment = {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl,
    name,
    content: { uniqueId, fileType },
  };
  await context.sendActivity({ type: 'message', attachments: [shown] });
}

const markdownOf = (of: Case, { caseWords, now }: BotParts) => caseTemplate(of, caseWords, now()).markdown;
