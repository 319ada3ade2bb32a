import type { Entry } from '../core/types.ts';
import { AREAS } from './entrySchema.ts';

/** What the rest of the knowledge says about an entry that is still to be written. */
interface Known {
  /** Counter-examples of other entries that hold its code. */
  examples: string[];
  /** Entries that name it as their twin. */
  twins: string[];
  /** Entries that mention it elsewhere. */
  mentionedBy: string[];
}

/**
 * The text of a new, commented file. It fails the check with a hint for each part until everything marked TODO is
 * written.
 *
 * @param id a valid id
 * @param entries the knowledge so far; what it says about the id is taken over
 */
export function scaffoldEntry(id: string, entries: readonly Entry[]): string {
  const { examples, twins, mentionedBy } = knownAbout(id, entries);
  const isCode = /^[A-Z]+\d+$/.test(id);
  const number = id.replace(/\D+/, '');
  const lines = [
    '# yaml-language-server: $schema=../entry.schema.json',
    '# Every field is explained in knowledge/README.md. Wrong is worse than missing: what no source says is left out.',
    `id: ${id}`,
    ...(isCode ? ["# name: Microsoft's own name of the error, if it has one"] : []),
    'title: "TODO: what is wrong, in plain words, at most 90 characters, without the code"',
    'summary: "TODO: one sentence that a help-desk agent understands without looking anything up"',
    'severity: "TODO: high (an app or many people are down), medium (one person or job) or low (expected, or passes)"',
    `# One of: ${AREAS.slice(0, 12).join(', ')},`,
    `#   ${AREAS.slice(12).join(', ')}`,
    'area: "TODO: the part of sign-in it belongs to, see the line above"',
    '# Who can fix it, likeliest first: user, developer, admin, microsoft',
    'fixedBy: ["TODO: user, developer, admin or microsoft"]',
    ...(isCode ? [`codes: [${id}]`] : []),
    'signatures:',
    '  # What the program prints, to the letter. {name} stands for a part that varies.',
    '  - "TODO: the literal message; each wording of another version or SDK is a line of its own"',
    'phrases:',
    '  - "TODO: how people put it in their own words when they ask"',
    'checks:',
    '  - "TODO: what to look at first, to be sure that it is this"',
    'causes:',
    '  # Two to five, likeliest first.',
    '  - text: "TODO: the likeliest cause"',
    '    tell: "TODO: how to know that it is this one"',
    '  - text: "TODO: the next cause, or remove it"',
    '    tell: "TODO: how to know that it is this one"',
    'decide: "TODO: the question that decides between the first two causes"',
    'fixes:',
    '  - title: "TODO: what is done, as an instruction"',
    '    by: "TODO: user, developer, admin or microsoft"',
    '    # role: the least role that suffices; the list is in src/knowledge/roles.ts',
    '    steps:',
    '      - "TODO: a step that begins with a verb"',
    '    # portal: Entra admin center > Entra ID > …',
    '    # command: {shell: azure-cli, run: "az … {appId}"}',
    '    verify: "TODO: how to see that it worked"',
    ...(twins.length > 0 ? ['twins:'] : []),
    ...twins.flatMap((twin) => [
      `  - id: ${twin}`,
      `    check: "TODO: what tells it from ${twin}, which names this entry as its twin"`,
    ]),
    'collect:',
    '  - "TODO: what support will ask for beyond correlation ID and time, or remove collect"',
    'escalateWhen: "TODO: when it is time to stop trying"',
    'retry:',
    '  worth: "TODO: yes, after-fix or no"',
    'references:',
    ...(isCode && id.startsWith('AADSTS')
      ? [
          '  - title: "TODO: open the page; keep it as \\"Microsoft\'s error lookup\\" if it knows the code, else remove it"',
          `    url: https://login.microsoftonline.com/error?code=${number}`,
        ]
      : []),
    '  - title: "TODO: the title of a page that was read and says so"',
    '    url: https://learn.microsoft.com/',
    'source:',
    '  - "TODO: where the facts come from: repository, path and commit, or page"',
    'examples:',
    '  # Messages that must find this entry first. The check runs them.',
    ...(examples.length > 0
      ? examples.map((text) => `  - ${JSON.stringify(text)}`)
      : [
          `  - ${JSON.stringify(`TODO: a real paste${isCode ? ` with ${id}` : ''}, with made-up IDs and names`)}`,
        ]),
    'counterExamples:',
    '  - "TODO: a message that looks like it and must not find it, or remove counterExamples"',
    ...(mentionedBy.length > 0 ? [`# It is mentioned in: ${mentionedBy.join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The text of a file that lays a team's own words over the entry of the same id. */
export const scaffoldExtension = (
  entry: Entry,
): string => `# Laid over the entry "${entry.title.replaceAll('"', "'")}".
# Lists given here come before the lists of that entry, other fields replace its own. Remove what you don't need.
id: ${entry.id}
extends: ${entry.id}
notes:
  - "TODO: what is special here, such as who owns the app"
escalateWhen: "TODO: when, and to whom in your organization"
`;

function knownAbout(id: string, entries: readonly Entry[]): Known {
  const whole = new RegExp(`(?<![A-Za-z0-9])${id.replaceAll('.', '\\.')}(?![0-9-])`);
  const others = entries.filter((entry) => entry.id !== id);
  const isCode = /^[A-Z]+\d+$/.test(id);
  const counterExamples = isCode
    ? others.flatMap((entry) => entry.counterExamples.filter((text) => whole.test(text)))
    : [];
  return {
    examples: [...new Set(counterExamples)],
    twins: others.filter((entry) => entry.twins.some((twin) => twin.id === id)).map((entry) => entry.id),
    mentionedBy: others.filter((entry) => whole.test(JSON.stringify(entry))).map((entry) => entry.id),
  };
}
