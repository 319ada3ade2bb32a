import { codeOfItsName } from './checks/codeOfItsName.ts';
import { codesOwnedOnce } from './checks/codesOwnedOnce.ts';
import { fixersHaveFixes } from './checks/fixersHaveFixes.ts';
import { graphPermissions } from './checks/graphPermissions.ts';
import { knownHoles } from './checks/knownHoles.ts';
import { knownLinkHosts } from './checks/knownLinkHosts.ts';
import { linksWithoutLocale } from './checks/linksWithoutLocale.ts';
import { ownSentences } from './checks/ownSentences.ts';
import { ownTitles } from './checks/ownTitles.ts';
import { presentNames } from './checks/presentNames.ts';
import { stepsBeginWithVerb } from './checks/stepsBeginWithVerb.ts';
import { tellSignaturesApart } from './checks/tellSignaturesApart.ts';
import { twinsNameEachOther } from './checks/twinsNameEachOther.ts';
import { wholeEntries } from './checks/wholeEntries.ts';
import type { ParsedEntry } from './parseEntry.ts';
import type { Problem } from './problem.ts';

/** Looks at all entries and reports all its faults. */
export type Check = (entries: ParsedEntry[]) => Problem[];

/** What would make the bot answer wrongly: it does not start with such a fault. */
export const startChecks: Check[] = [codesOwnedOnce, codeOfItsName, knownHoles];

/** What makes an entry worse to read or maintain: told by knowledge:check, and no reason to be down. */
export const lintChecks: Check[] = [
  fixersHaveFixes,
  graphPermissions,
  knownLinkHosts,
  linksWithoutLocale,
  ownSentences,
  ownTitles,
  presentNames,
  stepsBeginWithVerb,
  tellSignaturesApart,
  twinsNameEachOther,
  wholeEntries,
];

/** Runs the checks and gathers the faults of all of them. */
export const checkEntries = (entries: ParsedEntry[], checks: Check[]): Problem[] =>
  checks.flatMap((check) => check(entries));
