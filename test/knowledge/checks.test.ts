import { basename } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { EntryFile } from '../../src/knowledge/entrySchema.ts';
import { checkKnowledge } from '../../src/knowledge/loadKnowledge.ts';
import { emptyFolder, entryFile, folderOf, put, removeFolders } from './folders.ts';

afterAll(removeFolders);

const A = 'AADSTS90001';
const B = 'AADSTS90002';
const fix = (step: string, over = {}) => [
  { title: 'Mend it', by: 'admin' as const, steps: [step], verify: 'It works', ...over },
];
const link = (url: string) => [
  { title: 'A page', url },
  { title: 'Another', url: 'https://learn.microsoft.com/entra/other' },
];
const LONG = 'Look at the sign-in log for that user.';
const twin = (id: string) => [{ id, check: `Is it ${id}?` }];

/** What is changed in two good entries, and the faults that this makes: file:line-less message, or none. */
const TABLE: [name: string, a: Partial<EntryFile>, b: Partial<EntryFile>, faults: string[]][] = [
  ['nothing wrong', {}, {}, []],
  ['a code owned twice', { codes: [A, B] }, {}, [`${B}: ${B} belongs to ${A} already`]],
  ['a code listed twice', { codes: [A, A] }, {}, [`${A}: ${A} is listed twice`]],
  [
    'the code of its name missing',
    { codes: [] },
    {},
    [`${A}: codes does not list ${A}`, `${A}: the example finds nothing: no entry owns ${A}`],
  ],
  ['no causes', { causes: [] }, {}, [`${A}: causes: an entry has at least one cause`]],
  ['an unknown hole in a step', { fixes: fix('Open {appName}') }, {}, [`${A}: nothing fills {appName}`]],
  ['a hole in a title', { title: 'About {appId}' }, {}, [`${A}: nothing fills {appId} in title`]],
  ['a known hole', { fixes: fix('Open {appId}') }, {}, []],
  ["a program's own variable", { notes: ['The text $\u007bTENANT} stands there.'] }, {}, []],
  ['holes in signatures', { signatures: ['The thing {thing} is not there'] }, {}, []],
  [
    'filler in causes and steps',
    { causes: [LONG, 'Another one'] },
    { fixes: fix(LONG) },
    [`${A}: filler: "${LONG}" also stands in ${B}`, `${B}: filler: "${LONG}" also stands in ${A}`],
  ],
  [
    'filler but for the code and capitals',
    { notes: [`Send the log of ${A} to the team, please.`] },
    { escalateWhen: `send the log of ${B} to the team please` },
    [
      `${A}: filler: "Send the log of ${A} to the team, please." also stands in ${B}`,
      `${B}: filler: "send the log of ${B} to the team please" also stands in ${A}`,
    ],
  ],
  ['a short sentence shared', { notes: ['Sign in again.'] }, { notes: ['Sign in again.'] }, []],
  ['a sentence twice in one entry', { notes: [LONG], checks: [LONG] }, {}, []],
  [
    'the same portal path',
    { fixes: fix('Open one', { portal: 'Entra admin center > Entra ID > Users > All users' }) },
    { fixes: fix('Open two', { portal: 'Entra admin center > Entra ID > Users > All users' }) },
    [],
  ],
  ['Azure AD', { summary: 'Azure AD refuses it' }, {}, [`${A}: retired name: Azure AD`]],
  [
    'Azure Active Directory in the portal',
    { fixes: fix('Open it', { portal: 'Azure portal > Azure Active Directory' }) },
    {},
    [`${A}: retired name: Azure portal > Azure Active Directory`],
  ],
  ['AAD', { notes: ['AAD is strict.'] }, {}, [`${A}: retired name: AAD`]],
  ['Azure AD Graph', { notes: ['It calls Azure AD Graph.'] }, {}, [`${A}: retired name: Azure AD Graph`]],
  [
    'an MSOnline cmdlet',
    { fixes: fix('Run it', { command: { shell: 'powershell', run: 'Get-MsolUser -All' } }) },
    {},
    [`${A}: retired name: Get-MsolUser`],
  ],
  [
    'a cmdlet that is still current',
    { fixes: fix('Run it', { command: { shell: 'powershell', run: 'Get-AzureADSSOStatus' } }) },
    {},
    [],
  ],
  [
    'retired names that are quoted, told of, or current',
    {
      notes: [
        'The page prints "Azure AD account".',
        'Azure AD Graph was retired.',
        'Azure AD B2C is meant.',
        'Look for Microsoft.AAD.BrokerPlugin.',
        'See the AAD operational log.',
      ],
    },
    {},
    [],
  ],
  [
    'retired names where software prints them',
    { signatures: ['An Azure AD account is needed here'], phrases: ['my aad login'], source: ['AAD docs'] },
    {},
    [],
  ],
  [
    'an unknown host',
    { references: link('https://example.com/a') },
    {},
    [`${A}: example.com is no known host for a link`],
  ],
  [
    'a language in a link',
    { references: link('https://learn.microsoft.com/en-us/entra/') },
    {},
    [`${A}: the link names a language: en-us`],
  ],
  [
    'a link without TLS',
    { references: link('http://learn.microsoft.com/entra/') },
    {},
    [`${A}: references.0.url: an https link`],
  ],
  ['a step without a verb', { fixes: fix('If it fails, open it') }, {}, [`${A}: the step begins with "If"`]],
  ['a step that forbids', { fixes: fix("Don't open it") }, {}, []],
  [
    'one title for two',
    { title: 'The same!' },
    { title: 'the same' },
    [`${A}: ${B} has the same title`, `${B}: ${A} has the same title`],
  ],
  ['twins', { twins: twin(B) }, { twins: twin(A) }, []],
  [
    'a twin that does not name it back',
    { twins: twin(B) },
    {},
    [`${B}: ${A} names it as its twin, and it does not name ${A}`],
  ],
  [
    'a twin that is not there',
    { twins: twin('AADSTS90003') },
    {},
    [`${A}: the twin AADSTS90003 does not exist`],
  ],
  ['its own twin', { twins: twin(A) }, {}, [`${A}: it names itself as its twin`]],
  [
    'one signature for two',
    { signatures: ["Widget '{a}' exploded badly."] },
    { signatures: ['The widget exploded badly!', 'widget {b} exploded badly'] },
    [
      `${A}: the words of this signature can't be told from those of ${B}: "The widget exploded badly!"`,
      `${B}: the words of this signature can't be told from those of ${A}: "Widget '{a}' exploded badly."`,
    ],
  ],
  [
    'one signature for twins',
    { signatures: ['Widget exploded badly'], twins: twin(B) },
    { signatures: ['Widget exploded badly'], twins: twin(A) },
    [],
  ],
  [
    'a signature within another, nothing telling beside',
    { signatures: ['Widget exploded badly'] },
    { signatures: ['The widget exploded badly, please try again.'] },
    [
      `${A}: the words of this signature can't be told from those of ${B}: "The widget exploded badly, please try again."`,
      `${B}: the words of this signature can't be told from those of ${A}: "Widget exploded badly"`,
    ],
  ],
  [
    'a signature within a more telling one',
    { signatures: ['Widget exploded badly'] },
    { signatures: ['Widget exploded badly because the certificate expired'] },
    [],
  ],
  [
    'an example that finds another',
    { examples: [`${B}: it happened`] },
    {},
    [`${A}: the example finds ${B} (1.00)`],
  ],
  [
    'an example that finds nothing',
    { examples: ['What is for lunch?'] },
    {},
    [`${A}: the example finds nothing`],
  ],
  [
    'an example with an unknown code',
    { examples: ['AADSTS99999: no'] },
    {},
    [`${A}: the example finds nothing: no entry owns AADSTS99999`],
  ],
  [
    'a counter-example that finds it',
    { counterExamples: [`${A}: it happened`] },
    {},
    [`${A}: the counter-example finds this entry: ${A} (1.00)`],
  ],
  ['a counter-example that finds another', { counterExamples: [`${B}: it happened`] }, {}, []],
  [
    'parts that are missing',
    { causes: ['One'], collect: [], source: [], fixes: [{ title: 'Mend', by: 'admin', steps: ['Open it'] }] },
    { references: [{ title: 'A page', url: 'https://learn.microsoft.com/entra/a' }] },
    [
      `${A}: one cause only`,
      `${A}: no fix says how to see that it worked`,
      `${A}: nothing to collect`,
      `${A}: no source`,
      `${B}: one reference only`,
    ],
  ],
  [
    'parts that are missing where people meet it often',
    {
      threads: 2,
      fixes: [...fix('Open it', { verify: undefined }), ...fix('Read it')],
    },
    {
      threads: 2,
      causes: [
        { text: 'One', tell: 'Red' },
        { text: 'Two', tell: 'Blue' },
      ],
      decide: 'Red or blue?',
    },
    [
      `${A}: people meet it often, and nothing decides between the first two causes`,
      `${A}: people meet it often, and one of the first two causes has no tell`,
      `${A}: people meet it often, and the first fix has no verify`,
    ],
  ],
  [
    'fixers without a fix, and a fix without its fixer',
    { fixedBy: ['admin', 'user', 'microsoft'] },
    { fixedBy: ['admin'], fixes: [...fix('Open it'), ...fix('Read it', { by: 'user' })] },
    [`${A}: fixedBy names user, and no fix is by user`, `${B}: a fix is by user, whom fixedBy does not name`],
  ],
  [
    'commands that call Graph without a permission, and one that needs none',
    {
      fixes: [
        ...fix('Open it', { command: { shell: 'graph', run: 'GET https://graph.microsoft.com/v1.0/me' } }),
        ...fix('Read it', {
          command: { shell: 'powershell', run: 'Connect-MgGraph\nGet-MgUser -UserId {user}' },
        }),
      ],
    },
    {
      fixes: fix('Run it', {
        command: {
          shell: 'powershell',
          run: 'Connect-MgGraph -TenantId {tenantId}',
          permissions: ['User.Read'],
        },
      }),
    },
    [
      `${A}: the command names no permission`,
      `${A}: the command names no permission`,
      `${B}: permissions for a command that calls no Graph`,
    ],
  ],
  [
    'a command that names its permission',
    {
      fixes: fix('Read it', {
        command: { shell: 'powershell', run: 'Get-MgUser -UserId {user}', permissions: ['User.Read.All'] },
      }),
    },
    {},
    [],
  ],
  ['a left TODO', { title: 'TODO: write it' }, {}, [`${A}: title is still to be written`]],
];

describe('each check tells its fault', () => {
  test.each(TABLE)('%s', async (_name, a, b, faults) => {
    const { problems } = await checkKnowledge([folderOf(entryFile(A, a), entryFile(B, b))]);
    expect(problems.map(({ file, message }) => `${basename(file, '.yaml')}: ${message}`)).toEqual(faults);
    for (const problem of problems) {
      expect(problem.hint).toMatch(/\w/);
      expect(problem.line).toBeGreaterThan(0);
    }
  });
});

test('without a code, twins may be offered beside each other', async () => {
  const words = ['Widget frobnication exploded badly while signing in to the tenant'];
  const both = (id: string, other: string) =>
    entryFile(id, { signatures: words, twins: twin(other), examples: [`${id}: it happened`, words[0]!] });
  const { problems } = await checkKnowledge([folderOf(both(A, B), both(B, A))]);
  expect(problems).toEqual([]);
  const alone = [entryFile(A, { signatures: words }), entryFile(B, { signatures: words, examples: words })];
  const told = (await checkKnowledge([folderOf(...alone)])).problems.map(({ message }) => message);
  expect(told).toContainEqual(expect.stringMatching(/^the example finds no sure answer, only suggestions: /));
});

test('faults point at their line, are sorted, and come all at once', async () => {
  const dir = emptyFolder();
  put(dir, 'b.yaml', 'id: [');
  const text = `id: ${A}
title: About Azure AD
summary: It fails
severity: low
area: consent
fixedBy: [admin]
codes: []
causes: [It is so, Or so]
fixes:
  - title: Mend
    by: admin
    steps:
      - Open it
      - Afterwards it works
    verify: It opens
collect: [Log]
escalateWhen: Never
retry: {worth: no}
references:
  - {title: Page, url: https://example.com/}
  - {title: Page, url: https://learn.microsoft.com/entra/}
source: [a page]
examples: [Lunch]
`;
  put(dir, `${A}.yaml`, text);
  const { problems } = await checkKnowledge([dir]);
  expect(problems.map(({ file, line, message }) => [basename(file), line, message.slice(0, 26)])).toEqual([
    [`${A}.yaml`, 2, 'retired name: Azure AD'],
    [`${A}.yaml`, 7, `codes does not list ${A}`.slice(0, 26)],
    [`${A}.yaml`, 14, 'the step begins with "Afte'],
    [`${A}.yaml`, 20, 'example.com is no known ho'],
    [`${A}.yaml`, 23, 'the example finds nothing'],
    ['b.yaml', expect.any(Number), expect.stringMatching(/^not valid YAML/)],
  ]);
});

test.each([
  ['an unknown field', { colour: 'red' }, 'Unrecognized key'],
  ['a wrong choice', { severity: 'grave' }, 'severity: Invalid option'],
  ['two lines', { title: 'One\nTwo' }, 'title: one line only'],
  ['an invented role', { fixes: fix('Open it', { role: 'King' }) }, 'fixes.0.role: Invalid option'],
  ['a list for a text', { summary: ['a'] }, 'summary: Invalid input'],
  ['an id of no form', { id: 'Aadsts 1' }, 'id: an id is a code such as'],
])('the shape: %s', async (_name, over, message) => {
  const dir = emptyFolder();
  put(dir, `${A}.yaml`, { ...entryFile(A), ...over });
  const { problems, entries } = await checkKnowledge([dir]);
  expect(entries).toEqual([]);
  expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
});

test.each([
  ['a list', '- a\n- b\n'],
  ['nothing', ''],
  ['a number', '42'],
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
  ],
  ['too much', 'x'.repeat(200_000)],
  ['a wrong name', 'id: AADSTS90009\n'],
])('a file that holds %s is a fault, not a crash', async (_name, text) => {
  const dir = emptyFolder();
  put(dir, `${A}.yaml`, text);
  const { problems } = await checkKnowledge([dir]);
  expect(problems.length).toBeGreaterThan(0);
});
