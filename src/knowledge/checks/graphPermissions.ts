import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { projectEntries } from './projectEntries.ts';

// Get-MgUser, Update-MgDomain …; Connect-MgGraph and Set-MgGraphOption call nothing.
const CALLS_GRAPH = /\b[A-Z][a-z]+-Mg(?!Graph)[A-Z]\w+/;

/**
 * Graph answers a request without its permission with 403, so a command that calls it names the least one. The
 * folders after the first are a team's own, which may have signed in with what it needs.
 */
export function graphPermissions(entries: ParsedEntry[]): Problem[] {
  return projectEntries(entries).flatMap(({ entry, at }) =>
    entry.fixes.flatMap(({ command }, f) => {
      if (!command) return [];
      const calls = command.shell === 'graph' || CALLS_GRAPH.test(command.run);
      if (calls === (command.permissions !== undefined)) return [];
      return [
        {
          ...at(['fixes', f, 'command']),
          message: calls
            ? 'the command names no permission'
            : 'permissions for a command that calls no Graph',
          hint: calls
            ? 'Add permissions: the least delegated one on the page of the Graph request.'
            : 'Take permissions out.',
        },
      ];
    }),
  );
}
