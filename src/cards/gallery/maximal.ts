import { FIELD_NAMES } from '../../core/case/form/fields.ts';
import type { Case } from '../../core/case/types.ts';
import { type Carried, carry } from '../../core/request/buttonData.ts';
import type { Details, Entry, Triage } from '../../core/types.ts';
import type { CaseView, FormView } from '../cards.ts';
import { FIELD_LIMITS } from '../case/formData.ts';

/** What somebody might paste to make the bot say or run something: markdown, links, expressions, shell, markup. */
export const HOSTILE = `[click](http://evil.example) **b** \${1+1} \${$root.title} "; rm -rf ~; $(id) \`id\` <b>x</b> \\" {appId} `;

const long = (length: number, lead = '') =>
  (lead + HOSTILE.repeat(1 + length / HOSTILE.length)).slice(0, length);
const guid = (n: number) => `${String(n).padStart(8, '0')}-aaaa-4bbb-8ccc-dddddddddddd`;
const times = <T>(n: number, of: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => of(at));

/** An entry that is as long as the knowledge schema lets it be, and longer where the schema has no limit. */
export const maximalEntry: Entry = {
  id: 'AADSTS999999',
  name: long(100),
  title: 'W'.repeat(40).concat(' ', 'm'.repeat(49)),
  summary: long(320),
  severity: 'high',
  area: 'app-registration',
  fixedBy: ['admin', 'developer', 'user', 'microsoft'],
  codes: times(9, (n) => `AADSTS99999${n}`),
  signatures: [],
  phrases: [],
  appliesTo: { sdks: [], credentials: ['ManagedIdentityCredential'] },
  checks: times(12, (n) => long(300, `${n} `)),
  causes: times(5, (n) => ({ text: long(260, `${n} `), tell: long(260, `tell ${n} `) })),
  decide: long(300),
  fixes: times(5, (n) => ({
    title: long(110, `Fix ${n} `),
    by: 'admin',
    role: 'Application Administrator',
    licence: long(120),
    steps: times(7, (step) => long(320, `Step ${step} {appId} {tenantId} {user} `)),
    portal: long(240, 'Entra admin center > '),
    command: {
      shell: 'azure-cli',
      run: long(600, 'az ad app show --id {appId} --tenant {tenantId} {user} '),
    },
    verify: long(260),
  })),
  notes: times(12, (n) => long(400, `${n} `)),
  twins: times(8, (n) => ({ id: `AADSTS88888${n}`, check: long(300) })),
  collect: times(8, () => long(200)),
  escalateWhen: long(300),
  retry: { worth: 'after-fix', note: long(200) },
  references: times(12, (n) => ({
    title: long(160),
    url: `https://learn.microsoft.com/${n}/${'x'.repeat(150)}`,
  })),
  source: [],
  inferred: true,
  examples: ['x'],
  counterExamples: [],
};

/** Details that are as long and as hostile as a paste can make them. */
export const maximalDetails: Details = {
  codes: times(12, (n) => `AADSTS99999${n}`),
  correlationIds: times(12, guid),
  traceIds: times(12, (n) => guid(n + 100)),
  timestamps: times(12, (n) => `2026-11-0${1 + (n % 9)}T18:25:26Z`),
  tenantIds: ['$(id)', '; rm -rf ~', ...times(4, (n) => guid(n + 200))],
  appIds: ['`id`', ...times(4, (n) => guid(n + 300))],
  cloud: 'usgov',
  sdk: 'python',
  credentials: times(14, (n) => `Number${n}WithAVeryLongNameOfItsOwnCredential`),
  assumedUtc: true,
  tenantDomains: times(4, () => long(120)),
  users: [long(120), "kim'; drop table users--@contoso.com", '-kim@contoso.com', `kim@${'a'.repeat(60)}.com`],
  resources: times(4, () => long(130)),
  libraries: times(6, () => long(60)),
  flow: undefined,
  oauthErrors: ['invalid_grant'],
  chain: times(12, (n) => ({
    credential: n === 4 ? 'ManagedIdentityCredential' : `Number${n}WithAVeryLongNameOfItsOwnCredential`,
    state: n % 3 === 0 ? 'failed' : n % 3 === 1 ? 'tried' : 'skipped',
    reason: long(220, `${n} `),
  })),
  errorText: long(320),
};

const other = (n: number): Entry => ({ ...maximalEntry, id: `AADSTS77777${n}`, fixes: maximalEntry.fixes });

/** A triage of all that, with every kind of secret. */
export const maximalTriage: Triage = {
  outcome: 'match',
  matches: [maximalEntry, ...times(3, other)].map((entry) => ({
    entry,
    confidence: 'possible',
    score: 0.5,
    why: long(300),
  })),
  details: maximalDetails,
  secrets: [
    { kind: 'jwt' },
    { kind: 'client-secret' },
    { kind: 'password' },
    { kind: 'private-key' },
    { kind: 'personal-access-token' },
    { kind: 'sas-signature' },
  ],
  unknownCodes: ['AADSTS7000999', 'AADSTS9000999', 'AADSTS8000999', 'AADSTS6000999'],
};

export const maximalCarried: Carried = carry(maximalTriage);

/** A form in which everything is filled to the brim, and wrong. */
export const maximalForm: FormView = {
  values: Object.fromEntries(
    FIELD_NAMES.map((name) => [name, long(FIELD_LIMITS[name])]),
  ) as FormView['values'],
  errors: Object.fromEntries(FIELD_NAMES.map((name) => [name, long(120)])),
  triedOptions: times(5, () => long(110)),
  asked: times(8, () => long(200)),
  button: {
    v: 1,
    verb: 'submitCase',
    entry: maximalEntry.id,
    others: ['AADSTS777770'],
    carried: maximalCarried,
    caseId: 'ENT-7KQ2M',
    version: 12,
  },
  completeness: { have: 3, of: 12, missing: times(9, (n) => ({ label: `Field ${n}`, where: long(200) })) },
  caseId: 'ENT-7KQ2M',
  utcShown: '2026-11-02 18:25:26 UTC',
};

const maximalCase: Case = {
  id: 'ENT-7KQ2M',
  state: 'ready',
  version: 12,
  facts: {
    entryId: maximalEntry.id,
    title: long(300),
    problem: long(1500),
    codes: maximalDetails.codes,
    errorText: long(1500),
    correlationIds: maximalDetails.correlationIds,
    traceIds: maximalDetails.traceIds,
    timestamps: maximalDetails.timestamps,
    homeTenantId: guid(1),
    resourceTenantId: guid(2),
    appId: guid(3),
    resource: long(200),
    user: long(200),
    since: '',
    frequency: '',
    affected: '',
    steps: long(1500),
    tried: [],
    asked: times(8, () => long(200)),
    collected: long(800),
    impact: long(800),
    severity: 'A',
    contact: long(300),
    consent: true,
    cloud: 'public',
    sdk: '',
    libraries: [],
    credentials: [],
    chain: [],
  },
  microsoftCase: long(60),
  resolution: long(500),
  events: [{ at: '2026-11-02T18:25:26Z', byName: long(100), did: 'changed', note: '' }],
};

/** A case whose text is longer than a card. */
export const maximalCaseView: CaseView = {
  case: maximalCase,
  completeness: maximalForm.completeness,
  clock: times(4, () => ({ text: long(240), urgent: true })),
  evidence: times(4, (n) => ({
    correlationId: guid(n),
    steps: times(8, () => long(300)),
    graph: long(400),
    az: long(500),
    kql: long(900),
  })),
  template: `${long(15_000)}\n"quoted"\n`.repeat(2),
  supportUrl: 'https://entra.microsoft.com/#view/Microsoft_Azure_Support/NewSupportRequestV3Blade',
  canChange: true,
};
