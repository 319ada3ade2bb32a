import { z } from 'zod';
import { entrySchema, extensionSchema } from './entrySchema.ts';

/**
 * What an editor needs to check and complete a knowledge file. A file with `extends` may leave everything out, any
 * other is a whole entry; said as if/then/else, because a plain choice of the two would make every hint "matches
 * neither".
 */
export function knowledgeJsonSchema(): object {
  const { $schema, ...entry } = z.toJSONSchema(entrySchema, { io: 'input' });
  const { $schema: _, ...extension } = z.toJSONSchema(extensionSchema, { io: 'input' });
  return {
    $schema,
    title: 'Entra Triage entry',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
    then: extension,
    else: entry,
  };
}
