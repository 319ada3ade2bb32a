import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const say = z.string().min(1);
const each = <const Key extends string>(...keys: Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, say])) as Record<Key, typeof say>);

const wordsSchema = z.strictObject({
  fixers: each('user', 'developer', 'admin', 'microsoft'),
  or: say,
  role: say,
  severity: each('high', 'medium', 'low'),
  confidence: each('exact', 'likely', 'possible'),
  chosen: each('sure', 'why'),
  retry: each('yes', 'after-fix', 'no'),
  shell: each('azure-cli', 'powershell', 'graph', 'bash', 'cmd', 'code'),
  graphShell: each('powershell', 'graph'),
  holes: each('appId', 'tenantId', 'correlationId', 'traceId', 'user'),
  found: each(
    'codes',
    'correlationIds',
    'timestamps',
    'traceIds',
    'tenants',
    'appIds',
    'users',
    'resources',
    'software',
    'cloud',
    'more',
    'unknownCode',
  ),
  sdk: each('python', 'go', 'net', 'java', 'js', 'cpp'),
  cloud: each('public', 'usgov', 'china'),
  chain: each('failed', 'tried', 'skipped', 'first', 'more'),
  time: each(
    'now',
    'ago',
    'ahead',
    'minute',
    'hour',
    'days',
    'months',
    'years',
    'local',
    'assumedUtc',
    'utc',
  ),
  secrets: z.record(z.string(), say).and(z.object({ other: say, and: say })),
  suggestion: each('number', 'choose', 'none', 'chooseOnly', 'notOnly'),
  nothing: each(
    'unknownOne',
    'unknownSeveral',
    'unknownText',
    'unknownLook',
    'plain',
    'plainText',
    'empty',
    'emptyText',
    'lookUp',
    'elseTitle',
    'elseText',
  ).extend({ needs: each('code', 'text', 'ids', 'doing') }),
  summary: each(
    'answer',
    'plain',
    'suggestion',
    'suggestions',
    'secret',
    'solved',
    'solvedPlain',
    'error',
    'form',
    'case',
    'cases',
    'notSaved',
  ),
  no: z.strictObject({
    'not-in-conversation': each('title', 'text'),
    'changed-meanwhile': each('title', 'text'),
    expired: each('title', 'text'),
    'unknown-case': each('title', 'text'),
  }),
  forgotten: each('title', 'text'),
  form: each(
    'newTitle',
    'editTitle',
    'submitNew',
    'submitEdit',
    'problem',
    'problems',
    'have',
    'haveAll',
    'idsFilled',
  ),
  case: each(
    'heading',
    'status',
    'urgent',
    'listHeading',
    'listEmpty',
    'listStatus',
    'listMore',
    'cut',
    'somebody',
    'correlationId',
    'requestId',
  ).extend({
    states: each('draft', 'ready', 'filed', 'closed'),
    severities: each('A', 'B', 'C'),
    events: each('created', 'changed', 'filed', 'closed', 'reopened'),
  }),
  titles: each('suggestion', 'suggestions', 'otherSuggestion', 'otherSuggestions'),
  also: say,
  inferred: say,
});

/** The small words that the cards are put together from: `cards/words.json`. */
export type Words = z.output<typeof wordsSchema>;

/**
 * Reads the words once, at start.
 *
 * @param dir the folder of the cards
 * @throws with the file's name and what is wrong with it
 */
export function readWords(dir: string): Words {
  const file = join(dir, 'words.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} can't be read: ${(error as Error).message}`);
  }
  const read = wordsSchema.safeParse(json);
  if (!read.success) throw new Error(`${file} is not as the cards need it:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Puts values into the `{holes}` of a phrase. Values stay as they are: a brace inside one is text. */
export function fill(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
