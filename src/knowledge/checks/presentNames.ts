import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { stringsOf } from '../stringsOf.ts';

/** Names that Microsoft has given up, the longest first, and what to write today. */
const RETIRED: [RegExp, string][] = [
  [
    /Azure portal\s*(?:>|→)\s*Azure Active Directory/i,
    'Write "Entra admin center > Entra ID > …": the pages have moved there.',
  ],
  [
    /\b(?:Azure AD|AAD|Azure Active Directory) Graph\b/i,
    'Azure AD Graph is shut down: write Microsoft Graph, or put the name in quotes where a page or program prints it.',
  ],
  [
    /\b(?:Azure AD|AAD|Azure Active Directory) Connect\b/i,
    'Write Microsoft Entra Connect (or Microsoft Entra Cloud Sync).',
  ],
  [
    /\b(?:Get|Set|New|Add|Remove|Connect|Enable|Disable|Confirm|Convert|Revoke|Reset|Update|Restore)-(?:Msol|AzureAD(?!SSO|Kerberos))\w+/i,
    'The MSOnline and AzureAD modules are retired: use Microsoft Graph PowerShell (Get-Mg…, Update-Mg…), Microsoft Entra PowerShell, or az ad.',
  ],
  [/\b(?:MSOnline|AzureAD(?:Preview)?) (?:PowerShell|module)\b/i, 'Use Microsoft Graph PowerShell.'],
  // Azure AD B2C kept its name.
  [
    /\bAzure (?:AD|Active Directory)\b(?! B2C)/i,
    'Write Microsoft Entra ID, or put the name in quotes where a page or program prints it.',
  ],
  // Not in names of programs and addresses such as Microsoft.AAD.BrokerPlugin, nor that of the log in Windows.
  [/(?<![\w./\\-]|> )AAD(?![\w./\\-]| >| (?:analytic|operational|event)\b)/i, 'Write Microsoft Entra ID.'],
];

/** What a program or page prints is told in quotes, whatever its names are. */
const QUOTED = /"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

/** A text that tells that a name is retired has to name it. */
const TELLS_OF_RETIREMENT = /\b(?:retired|retirement|formerly|former|shut down|old name)\b/i;

/** People search the portal for the names they read here, so retired ones stand only where software prints them. */
export function presentNames(entries: ParsedEntry[]): Problem[] {
  return entries.flatMap(({ entry, at }) => {
    const {
      signatures: _s,
      phrases: _p,
      examples: _e,
      counterExamples: _c,
      references: _r,
      source: _o,
      ...words
    } = entry;
    return stringsOf(words).flatMap(({ path, text }) => {
      if (TELLS_OF_RETIREMENT.test(text)) return [];
      const own = text.replace(QUOTED, ' ');
      for (const [name, hint] of RETIRED) {
        const found = name.exec(own);
        if (found) return [{ ...at(path), message: `retired name: ${found[0]}`, hint }];
      }
      return [];
    });
  });
}
