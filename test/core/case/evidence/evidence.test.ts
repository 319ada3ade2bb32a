import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { completeness, FACT_KEYS, stateByFacts } from '../../../../src/core/case/completeness.ts';
import { clockTexts } from '../../../../src/core/case/evidence/clockTexts.ts';
import { evidence } from '../../../../src/core/case/evidence/evidence.ts';
import { evidenceClock } from '../../../../src/core/case/evidence/evidenceClock.ts';
import { portalSteps } from '../../../../src/core/case/evidence/portalSteps.ts';
import { noFacts } from '../../../../src/core/case/readStoredFacts.ts';
import type { CaseFacts } from '../../../../src/core/case/types.ts';
import { GUID, NOW, OTHER_GUID, someFacts, words } from '../samples.ts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR).toISOString();

describe('completeness', () => {
  test('a case with everything has seven of seven', () => {
    expect(completeness(someFacts())).toEqual({ have: 7, of: 7, missing: [] });
    expect(completeness(noFacts())).toEqual({ have: 0, of: 7, missing: [...FACT_KEYS] });
  });

  test.each<[string, Partial<CaseFacts>]>([
    ['correlationId', { correlationIds: [] }],
    ['requestId', { traceIds: [] }],
    ['timestamp', { timestamps: [] }],
    ['error', { codes: [], errorText: '' }],
    ['tenant', { homeTenantId: '' }],
    ['app', { appId: '', resource: '' }],
    ['steps', { steps: '' }],
  ])('%s is missed, and its label and place are known', (key, without) => {
    expect(completeness(someFacts(without))).toMatchObject({ have: 6, missing: [key] });
    expect(words.facts).toHaveProperty([key, 'where']);
  });

  test.each<[string, Partial<CaseFacts>, 'draft' | 'ready']>([
    ['everything', {}, 'ready'],
    ['no correlation ID, but a request ID', { correlationIds: [] }, 'ready'],
    ['no ID, but the user', { correlationIds: [], traceIds: [] }, 'ready'],
    ['nothing to find it by', { correlationIds: [], traceIds: [], user: '' }, 'draft'],
    ['no time', { timestamps: [] }, 'draft'],
    ['nothing told', { codes: [], errorText: '', problem: '' }, 'draft'],
  ])('with %s it is %s', (_, facts, state) => {
    expect(stateByFacts(someFacts(facts))).toBe(state);
  });
});

describe('the clock', () => {
  test.each([
    [0, ['open', 'open', 'open'], ['2 day', '7 day', '30 day']],
    [1, ['open', 'open', 'open'], ['47 hour', '6 day', '29 day']],
    [43, ['urgent', 'open', 'open'], ['5 hour', '5 day', '28 day']],
    [47.5, ['urgent', 'open', 'open'], ['30 minute', '5 day', '28 day']],
    [48, ['past', 'open', 'open'], ['0 minute', '5 day', '28 day']],
    [145, ['past', 'urgent', 'open'], ['0 minute', '23 hour', '23 day']],
    [168, ['past', 'past', 'open'], ['0 minute', '0 minute', '23 day']],
    [719.5, ['past', 'past', 'urgent'], ['0 minute', '0 minute', '30 minute']],
    [720, ['past', 'past', 'past'], ['0 minute', '0 minute', '0 minute']],
  ])('%d h after the event', (hours, states, left) => {
    const clock = evidenceClock([ago(hours)], NOW);
    expect(clock.map(({ key }) => key)).toEqual(['diagnostic', 'free', 'premium']);
    expect(clock.map(({ state }) => state)).toEqual(states);
    expect(clock.map((window) => `${window.left.count} ${window.left.unit}`)).toEqual(left);
  });

  test('the newest event counts, and a clock that is ahead gains no time', () => {
    expect(evidenceClock([ago(100), ago(1)], NOW)[0]?.state).toBe('open');
    expect(evidenceClock([ago(-1)], NOW)[0]?.ends).toBe('2026-11-23T15:00:00Z');
    expect(evidenceClock([], NOW)).toEqual([]);
  });

  test('it is told in words', () => {
    expect(
      clockTexts(evidenceClock([ago(47.5)], NOW), words).map(({ text, urgent }) => [urgent, text]),
    ).toEqual([
      [true, expect.stringContaining('only 30 min left')],
      [false, expect.stringContaining('5 days left')],
      [false, expect.stringContaining('28 days left')],
    ]);
  });
});

describe('the evidence', () => {
  const of = (other: Partial<CaseFacts>) => evidence(someFacts(other));

  test('each ID has its request, command and query', () => {
    const { items, setUp } = of({});
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([
      ['correlationId', GUID],
      ['requestId', OTHER_GUID],
    ]);
    expect(items[0]?.graph).toBe(
      `GET https://graph.microsoft.com/v1.0/auditLogs/signIns?$filter=correlationId eq '${GUID}'`,
    );
    expect(items[1]?.graph).toBe(`GET https://graph.microsoft.com/v1.0/auditLogs/signIns/${OTHER_GUID}`);
    expect(items[0]?.kql).toContain(`| where CorrelationId == "${GUID}"`);
    expect(items[1]?.kql).toContain(`| where Id == "${OTHER_GUID}"`);
    expect(setUp).toEqual([]);
  });

  test('bash hands the address over as it is meant', () => {
    for (const { az, graph } of of({}).items) {
      const printed = execFileSync('bash', ['-uc', az.replace(/^az rest/, "printf '%s|'")], {
        encoding: 'utf8',
      });
      expect(printed).toBe(`--method|GET|--url|${graph.slice('GET '.length)}|`);
    }
  });

  test.each([
    ['usgov', 'https://graph.microsoft.us/', 'AzureUSGovernment', 'https://portal.azure.us/'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn/', 'AzureChinaCloud', 'https://portal.azure.cn/'],
  ] as const)('%s has its own addresses everywhere', (cloud, graph, azCloud, support) => {
    const found = of({ cloud });
    expect(found.items[0]?.graph).toContain(graph);
    expect(found.items[0]?.az).toContain(graph);
    expect(found.setUp[0]).toBe(`az cloud set --name ${azCloud}`);
    expect(found.supportUrl.startsWith(support)).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(/graph\.microsoft\.com|entra\.microsoft\.com/);
  });

  test.each([`${GUID}'; rm -rf /`, '$(id)', `${GUID}" or 1==1`, 'xxxxxxxx-1234-1234-1234-123456789012', ''])(
    '%j gets into no command',
    (id) => {
      expect(of({ correlationIds: [id], traceIds: [id] }).items).toEqual([]);
    },
  );

  test('the way through the portal names the ID and the cloud', () => {
    const { items, portal } = of({ cloud: 'china' });
    expect(portalSteps(items[0]!, portal, words).join(' ')).toMatch(
      new RegExp(`https://portal\\.azure\\.cn .*${GUID}`),
    );
  });
});
