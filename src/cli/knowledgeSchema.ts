import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { entrySchema } from '../knowledge/entrySchema.ts';

/** Writes the JSON schema that gives completion and hints in an editor. */
writeFileSync(
  new URL('../../knowledge/entry.schema.json', import.meta.url),
  `${JSON.stringify(z.toJSONSchema(entrySchema, { io: 'input' }), null, 2)}\n`,
);
