import type { FactKey } from '../completeness.ts';
import { clockTexts } from '../evidence/clockTexts.ts';
import { type EvidenceItem, evidence } from '../evidence/evidence.ts';
import { evidenceClock } from '../evidence/evidenceClock.ts';
import { portalSteps } from '../evidence/portalSteps.ts';
import type { Case } from '../types.ts';
import { type CaseWords, fill } from './caseWords.ts';

/** A piece of a case template. Only `said` and labels are our own words; everything else may be anybody's. */
export type Block =
  | { kind: 'row'; label: string; value: string }
  | { kind: 'said'; label: string; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; label: string; text: string }
  | { kind: 'code'; label: string; language: string; code: string };

export interface Section {
  heading: string;
  blocks: Block[];
}

// The commands are alike; a fourth set of them only buries what follows.
const SHOWN = 3;

/** The content of a case template, in the order in which support reads it. Missing facts say where they are found. */
export function caseSections(of: Case, words: CaseWords, now: Date): Section[] {
  const { facts } = of;
  const { headings, labels, missing, missingWhere, consent, stillThere, asks } = words.template;
  const lacking = (label: string, fact?: FactKey): Block => ({
    kind: 'said',
    label,
    text: fact ? fill(missingWhere, { where: words.facts[fact].where }) : missing,
  });
  const row = (label: string, value: string | string[], fact?: FactKey): Block => {
    const text = [value].flat().filter(Boolean).join(', ');
    return text ? { kind: 'row', label, value: text } : lacking(label, fact);
  };
  const quote = (label: string, text: string, fact?: FactKey): Block =>
    text ? { kind: 'quote', label, text } : lacking(label, fact);
  const optional = (label: string, value: string | string[]): Block[] =>
    value.length > 0 ? [row(label, value)] : [];

  return [
    { heading: headings.happened, blocks: [quote('', facts.problem)] },
    {
      heading: headings.error,
      blocks: [
        row(labels.codes, facts.codes, facts.errorText ? undefined : 'error'),
        quote(labels.errorText, facts.errorText),
      ],
    },
    {
      heading: headings.ids,
      blocks: [
        row(labels.correlationIds, facts.correlationIds, 'correlationId'),
        row(labels.requestIds, facts.traceIds, 'requestId'),
        row(labels.homeTenant, facts.homeTenantId, facts.resourceTenantId ? undefined : 'tenant'),
        ...optional(labels.resourceTenant, facts.resourceTenantId),
        row(labels.app, facts.appId, facts.resource ? undefined : 'app'),
        ...optional(labels.resource, facts.resource),
        row(labels.user, facts.user),
      ],
    },
    {
      heading: headings.timeline,
      blocks: [
        row(labels.events, facts.timestamps.map(utc), 'timestamp'),
        row(labels.since, facts.since),
        row(labels.frequency, facts.frequency),
        row(labels.prepared, utc(now.toISOString())),
      ],
    },
    {
      heading: headings.scope,
      blocks: [
        row(labels.affected, facts.affected),
        quote(labels.impact, facts.impact),
        {
          kind: 'said',
          label: labels.severity,
          text: `${words.severity[facts.severity].name}. ${words.severity[facts.severity].means}`,
        },
      ],
    },
    {
      heading: headings.environment,
      blocks: [
        { kind: 'said', label: labels.cloud, text: words.cloud[facts.cloud] },
        row(labels.sdk, facts.sdk && (words.sdk[facts.sdk] ?? facts.sdk)),
        row(labels.libraries, facts.libraries),
        row(labels.credentials, facts.credentials),
        ...(facts.chain.length > 0
          ? [
              quote(
                labels.chain,
                facts.chain
                  .map(({ credential, state, reason }) => `${credential}: ${words.chain[state]}: ${reason}`)
                  .join('\n'),
              ),
            ]
          : []),
      ],
    },
    { heading: headings.steps, blocks: [quote('', facts.steps, 'steps')] },
    {
      heading: headings.tried,
      blocks: [
        quote(labels.tried, facts.tried.map((one) => `- ${one}`).join('\n')),
        ...(of.resolution ? [quote(labels.result, of.resolution)] : []),
        ...(!of.resolution && facts.tried.length > 0
          ? [{ kind: 'said' as const, label: labels.result, text: stillThere }]
          : []),
      ],
    },
    ...(facts.asked.length > 0 || facts.collected
      ? [
          {
            heading: headings.collected,
            blocks: [
              ...(facts.asked.length > 0 ? [{ kind: 'list' as const, items: facts.asked }] : []),
              quote(labels.collected, facts.collected),
            ],
          },
        ]
      : []),
    { heading: headings.asked, blocks: [{ kind: 'list', items: asks }] },
    { heading: headings.evidence, blocks: evidenceBlocks(of, words, now) },
    {
      heading: headings.support,
      blocks: [
        { kind: 'said', label: labels.form, text: evidence(facts).supportUrl },
        row(labels.contact, facts.contact),
        { kind: 'said', label: labels.consent, text: facts.consent ? consent.yes : consent.no },
      ],
    },
  ];
}

function evidenceBlocks({ facts }: Case, words: CaseWords, now: Date): Block[] {
  const { labels, setUp, sameFor, powershell, needs } = words.template;
  const found = evidence(facts);
  const clock = clockTexts(evidenceClock(facts.timestamps, now), words).map(({ text }) => text);
  const rest = found.items.slice(SHOWN).map(({ id }) => id);
  const commands = (item: EvidenceItem): Block[] => [
    {
      kind: 'row',
      label: item.kind === 'requestId' ? labels.requestIds : labels.correlationIds,
      value: item.id,
    },
    { kind: 'code', label: labels.graph, language: 'http', code: item.graph },
    { kind: 'code', label: labels.az, language: 'bash', code: item.az },
    { kind: 'code', label: labels.kql, language: 'kusto', code: item.kql },
  ];
  const first = found.items[0];
  return [
    ...(clock.length > 0 ? [{ kind: 'list' as const, items: clock }] : []),
    ...(first
      ? [
          { kind: 'said' as const, label: labels.portal, text: '' },
          { kind: 'list' as const, items: portalSteps(first, found.portal, words) },
        ]
      : []),
    ...(first && found.setUp.length > 0
      ? [{ kind: 'code' as const, label: setUp, language: 'bash', code: found.setUp.join('\n') }]
      : []),
    ...found.items.slice(0, SHOWN).flatMap(commands),
    ...(rest.length > 0 ? [{ kind: 'row' as const, label: sameFor, value: rest.join(', ') }] : []),
    ...(first
      ? [{ kind: 'said' as const, label: '', text: `${powershell} ${needs}` }]
      : [{ kind: 'said' as const, label: labels.correlationIds, text: words.template.missing }]),
  ];
}

const utc = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
