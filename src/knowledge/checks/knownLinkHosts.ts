import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { projectEntries } from './projectEntries.ts';

/** Where a link may lead: the makers of the software and of the standards, whose pages stay and can be trusted. */
export const LINK_HOSTS = [
  'learn.microsoft.com',
  'login.microsoftonline.com',
  'aka.ms',
  'support.microsoft.com',
  'techcommunity.microsoft.com',
  'devblogs.microsoft.com',
  'status.cloud.microsoft',
  'azure.status.microsoft',
  'github.com',
  'docs.github.com',
  'azure.github.io',
  'azuread.github.io',
  'pkg.go.dev',
  'www.rfc-editor.org',
  'datatracker.ietf.org',
  'docs.oasis-open.org',
  'openid.net',
  'support.okta.com',
];

/**
 * A reference is opened in the middle of an incident. The project's own entries link to known hosts only; the folders
 * after the first are a team's own and may link to its wiki.
 */
export function knownLinkHosts(entries: ParsedEntry[]): Problem[] {
  return projectEntries(entries).flatMap(({ entry, at }) =>
    entry.references.flatMap(({ url }, i) => {
      const { hostname } = new URL(url);
      return LINK_HOSTS.includes(hostname)
        ? []
        : [
            {
              ...at(['references', i, 'url']),
              message: `${hostname} is no known host for a link`,
              hint: 'Link to the maker of the software, or add the host in src/knowledge/checks/knownLinkHosts.ts. Other pages belong in source.',
            },
          ];
    }),
  );
}
