import { z } from 'zod';

/** A labelled message. `expect`: right answers, best first; empty: nothing may be answered. */
const caseSchema = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  expect: z.array(z.string()),
  /** What stands in the text, as written there. */
  fields: z
    .object({
      correlationId: z.string(),
      traceId: z.string(),
      timestamp: z.string(),
      tenantId: z.string(),
      appId: z.string(),
    })
    .partial()
    .default({}),
});
export type LabelledCase = z.infer<typeof caseSchema>;

/**
 * Reads a cases file: one JSON object a line.
 *
 * @throws Error that names the first line that cannot be used
 */
export function readCases(text: string): LabelledCase[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let content: unknown;
    try {
      content = JSON.parse(line);
    } catch {
      throw new Error(`line ${i + 1} is no JSON`);
    }
    const read = caseSchema.safeParse(content);
    if (!read.success) throw new Error(`line ${i + 1}: ${z.prettifyError(read.error)}`);
    return [read.data];
  });
}
