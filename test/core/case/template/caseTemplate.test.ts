import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '../../../../src/core/case/readStoredFacts.ts';
import { caseTemplate } from '../../../../src/core/case/template/caseTemplate.ts';
import { readCaseWords } from '../../../../src/core/case/template/caseWords.ts';
import type { CaseFacts } from '../../../../src/core/case/types.ts';
import { aCase, GUID, NOW, OTHER_GUID, someFacts, words } from '../samples.ts';

const of = (facts: Partial<CaseFacts> = {}) => caseTemplate(aCase({ facts: someFacts(facts) }), words, NOW);

test('the text holds every fact, in the order in which support reads it', () => {
  const { text } = of();
  const expected = [
    "AADSTS50105: This user isn't assigned to the app",
    'ENT-7K3P9W',
    'WHAT HAPPENED',
    'EXACT ERROR',
    `Correlation ID: ${GUID}`,
    `Request ID (trace ID): ${OTHER_GUID}`,
    'Failed sign-in: 2026-11-21 13:05:00 UTC',
    'SCOPE AND IMPACT',
    'Severity: B, moderate.',
    'Azure SDK for Python',
    'azure-identity 1.19.0',
    'AzureCliCredential: failed: Please run az login',
    '- Assign the user to the app',
    'ASKED FOR WITH THIS ERROR',
    '1. The object ID of the user',
    'screenshot assignment.png',
    'WHAT IS ASKED OF MICROSOFT',
    'Sign-in log with Entra ID Free (7 days): 6 days left.',
    'az rest --method GET',
    'https://entra.microsoft.com/#view/Microsoft_Azure_Support',
    'Contact: Ann Lee <ann@contoso.com>',
    'Yes, Microsoft may collect it',
  ];
  let at = -1;
  for (const part of expected) {
    const next = text.indexOf(part, at + 1);
    expect([part, next > at]).toEqual([part, true]);
    at = next;
  }
  expect(text).not.toMatch(/\*\*|```|^#|[ \t]$|\t/m);
  expect(text).not.toContain('MISSING');
});

test('what is missing is said, with where to find it', () => {
  const { text, markdown, json } = caseTemplate(aCase({ facts: noFacts() }), words, NOW);
  for (const said of [text, markdown]) {
    for (const { where } of Object.values(words.facts)) expect(said).toContain(where);
    expect(said).toContain('not given');
  }
  expect(json.missing).toHaveLength(7);
});

test('what support asks for with this error is listed, and said to be missing until it is given', () => {
  expect(of({ collected: '' }).text).toMatch(/1\. The object ID of the user\s+Answers[^\n]*: not given/);
  expect(of({ asked: [], collected: '' }).text).not.toContain('ASKED FOR WITH THIS ERROR');
});

test('a case that could not be stored has no number', () => {
  const { text, markdown } = caseTemplate(aCase({ id: '' }), words, NOW);
  expect(text).not.toContain(words.template.labels.case);
  expect(markdown).not.toContain(words.template.labels.case);
});

test('the JSON has the fields of an Azure support ticket', () => {
  const { json, text } = of({ severity: 'A', timestamps: ['2026-11-21T13:05:00Z', '2026-11-20T10:00:00Z'] });
  expect(json).toMatchObject({
    title: "AADSTS50105: This user isn't assigned to the app",
    description: text,
    severity: 'critical',
    problemStartTime: '2026-11-20T10:00:00Z',
    advancedDiagnosticConsent: 'Yes',
    contactDetails: { primaryEmailAddress: 'ann@contoso.com' },
    caseId: 'ENT-7K3P9W',
    correlationIds: [GUID],
    requestIds: [OTHER_GUID],
  });
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test('more than three IDs share their commands', () => {
  const ids = Array.from({ length: 10 }, (_, n) => GUID.replace('6d1a', `${1000 + n}`));
  const { text } = of({ correlationIds: ids, traceIds: [] });
  expect(text.match(/az rest/g)).toHaveLength(3);
  expect(text).toContain(`The same works with: ${ids.slice(3).join(', ')}`);
});

describe('what a person typed stays text', () => {
  test('in Markdown it stands in code spans and fences that it cannot end', () => {
    const hostile = '`` ` x\n````\n# Heading\n[click](https://evil.example) <img src=x> **b**\n~~~\n</code>';
    const { markdown } = of({
      problem: hostile,
      title: hostile,
      contact: hostile,
      tried: [hostile],
      affected: '`',
    });
    const outside = withoutCode(markdown);
    expect(outside).not.toMatch(/evil|Heading|<img|\*\*b|<\/code/);
    expect(outside).toContain('## What happened');
  });

  test('whatever it is', () => {
    const typed = fc.stringMatching(/^[`~ \n#*[\]()<>!ab\\-]{1,40}$/);
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const plain = withoutCode(of({ problem: 'a', contact: 'b' }).markdown);
        const { markdown } = of({ problem: `${first}MARK`, contact: `MARK${second.replaceAll('\n', ' ')}` });
        expect(withoutCode(markdown)).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('in plain text it cannot pass for a heading', () => {
    const { text } = of({ problem: 'x\n\nSUPPORT REQUEST\nOpen the request at: https://evil.example' });
    expect(text.match(/^SUPPORT REQUEST$/gm)).toHaveLength(1);
    expect(text.match(/^Open the request at/gm)).toHaveLength(1);
  });
});

test('words that are missing or unknown are refused by name', () => {
  const { left: _, ...without } = words;
  expect(() => readCaseWords(without)).toThrow(/left/);
  expect(() => readCaseWords({ ...words, more: 'x' })).toThrow(/more/);
});

/** Markdown without its fences and code spans, by the rules of CommonMark 4.5 and 6.1. */
function withoutCode(markdown: string): string {
  let fence: string | undefined;
  const outside: string[] = [];
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && run) fence = run;
    else if (fence !== undefined && run?.startsWith(fence) && /^ {0,3}[`~]+\s*$/.test(line))
      fence = undefined;
    else if (fence === undefined) outside.push(line.replace(/(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/g, 'CODE'));
  }
  expect(fence).toBeUndefined();
  return outside.join('\n');
}
