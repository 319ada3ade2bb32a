import { writeFileSync } from 'node:fs';
import { knowledgeJsonSchema } from '../knowledge/knowledgeJsonSchema.ts';

/** Writes the JSON schema that gives completion and hints in an editor. */
writeFileSync(
  new URL('../../knowledge/entry.schema.json', import.meta.url),
  `${JSON.stringify(knowledgeJsonSchema(), null, 2)}\n`,
);
