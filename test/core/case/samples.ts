import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCase } from '../../../src/core/case/buildCase.ts';
import { readCaseWords } from '../../../src/core/case/template/caseWords.ts';
import type { Case, CaseFacts } from '../../../src/core/case/types.ts';

export const NOW = new Date('2026-11-21T15:00:00.000Z');
export const ANN = { id: '29:ann', name: 'Ann Lee' };
export const BOB = { id: '29:bob', name: 'Bob Ray' };
export const GUID = '6d1a9b4c-1e2f-4a3b-8c4d-5e6f7a8b9c0d';
export const OTHER_GUID = '0a1b2c3d-4e5f-4a6b-9c7d-8e9f0a1b2c3d';

export const words = readCaseWords(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../cards/case-words.json'), 'utf8')),
);

/** Facts of which nothing that support asks for is missing. */
export const someFacts = (other: Partial<CaseFacts> = {}): CaseFacts => ({
  entryId: 'AADSTS50105',
  title: "AADSTS50105: This user isn't assigned to the app",
  problem: 'People of the new branch can’t sign in.',
  codes: ['AADSTS50105'],
  errorText: 'AADSTS50105: Your administrator has configured the application to block users.',
  correlationIds: [GUID],
  traceIds: [OTHER_GUID],
  timestamps: ['2026-11-21T13:05:00Z'],
  homeTenantId: '11111111-2222-4333-8444-555555555555',
  resourceTenantId: '',
  appId: '99999999-8888-4777-8666-555555555555',
  resource: 'https://graph.microsoft.com',
  user: 'ann@contoso.com',
  since: 'since Monday',
  frequency: 'every time',
  affected: '40 people of the branch in Lyon',
  steps: '1. Open the app\n2. Sign in',
  tried: ['Assign the user to the app'],
  asked: ['The object ID of the user'],
  collected: 'Object ID 2f0c4b9e-6d1a-4e53-9b7c-8a5d3e1f0b26, screenshot assignment.png',
  impact: 'The branch can’t take orders.',
  severity: 'B',
  contact: 'Ann Lee <ann@contoso.com>',
  consent: true,
  cloud: 'public',
  sdk: 'python',
  libraries: ['azure-identity 1.19.0'],
  credentials: ['AzureCliCredential'],
  chain: [{ credential: 'AzureCliCredential', state: 'failed', reason: 'Please run az login' }],
  ...other,
});

export const aCase = (other: Partial<Case> = {}): Case => ({
  ...buildCase('ENT-7K3P9W', { facts: someFacts(), state: 'ready' }, ANN, new Date('2026-11-21T14:00:00Z')),
  ...other,
});
