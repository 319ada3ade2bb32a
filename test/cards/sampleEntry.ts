import type { Details, Entry, Triage } from '../../src/core/types.ts';

export const APP = '0f1c2d3e-4b5a-4c6d-8e7f-901a2b3c4d5e';
export const CORRELATION = '7b3f1c2d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

export const entry: Entry = {
  id: 'AADSTS50105',
  name: 'EntitlementGrantsNotFound',
  title: "This user isn't assigned to the app",
  summary: 'The app only lets in people who were assigned to it.',
  severity: 'medium',
  area: 'app-registration',
  fixedBy: ['admin', 'developer'],
  codes: ['AADSTS50105'],
  signatures: [],
  phrases: [],
  appliesTo: { sdks: [], credentials: [] },
  checks: ['Look at Users and groups of the app.'],
  causes: [{ text: 'The user was never assigned.', tell: 'The list lacks the user.' }],
  decide: 'Is the user in the list?',
  fixes: [
    {
      title: 'Assign the user',
      by: 'admin',
      role: 'Cloud Application Administrator',
      steps: ['Search for the application ID {appId}.', 'Select Assign.'],
      portal: 'Entra admin center > Entra ID > Enterprise apps',
      command: { shell: 'azure-cli', run: 'az ad sp show --id {appId}' },
      verify: 'The user is in the list.',
    },
    { title: 'Let everybody in', by: 'admin', steps: ['Set Assignment required to No.'] },
  ],
  notes: ['Nested groups do not count.'],
  twins: [{ id: 'AADSTS50020', check: '50020 names a guest.' }],
  collect: ['A screenshot of Users and groups'],
  escalateWhen: 'The user is assigned and it still fails.',
  retry: { worth: 'after-fix' },
  references: [{ title: 'Error AADSTS50105', url: 'https://learn.microsoft.com/x' }],
  source: [],
  examples: ['x'],
  counterExamples: [],
};

export const details: Details = {
  codes: ['AADSTS50105'],
  correlationIds: [CORRELATION],
  traceIds: [],
  timestamps: ['2026-11-02T18:25:26Z'],
  tenantIds: [],
  appIds: [APP],
  cloud: 'public',
  sdk: undefined,
  credentials: [],
  assumedUtc: false,
  tenantDomains: [],
  users: ['kim@contoso.com'],
  resources: [],
  libraries: [],
  flow: undefined,
  oauthErrors: [],
  chain: [],
  errorText: 'AADSTS50105: not assigned',
};

export const other: Entry = {
  ...entry,
  id: 'AADSTS50020',
  codes: ['AADSTS50020'],
  title: 'This guest is not in the tenant',
  twins: [],
};

export const triage: Triage = {
  outcome: 'match',
  matches: [
    { entry, confidence: 'exact', score: 1, why: 'code AADSTS50105 in the text' },
    { entry: other, confidence: 'possible', score: 0.3, why: 'the words “does not exist in tenant”' },
  ],
  details,
  secrets: [],
  unknownCodes: [],
};

export const none: Triage = {
  outcome: 'none',
  matches: [],
  details: { ...details, codes: [] },
  secrets: [],
  unknownCodes: [],
};
