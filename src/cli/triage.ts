import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerText } from '../cards/answer/answerText.ts';
import { knowledgeDirs } from '../config.ts';
import { toJson } from '../core/toJson.ts';
import { prepareKnowledge, triage } from '../core/triage.ts';
import { loadKnowledge } from '../knowledge/loadKnowledge.ts';
import { KnowledgeError } from '../knowledge/problem.ts';

const USAGE = `Usage: npm run --silent triage -- [--json] [FILE]     answers the text in FILE, or of standard input
       npm run --silent triage -- --jsonl [FILE]    one {"id","text"} a line in, one answer a line out`;

/** The user's fault, told in one line; exit code 2. */
class UsageError extends Error {}

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

async function main(): Promise<void> {
  const { json, jsonl, file } = readArguments();
  const input = file === undefined ? process.stdin : await openFile(file);
  const root = join(import.meta.dirname, '../..');
  const knowledge = prepareKnowledge(
    await loadKnowledge(knowledgeDirs(join(root, 'knowledge'), process.env.KNOWLEDGE_DIRS)),
  );

  if (jsonl) {
    let number = 0;
    for await (const line of createInterface({
      input: typeof input === 'string' ? Readable.from([input]) : input,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim() === '') continue;
      const { id, text } = readLine(line, number);
      await write(`${JSON.stringify({ id, ...toJson(triage(text, knowledge)) })}\n`);
    }
    return;
  }
  const text = typeof input === 'string' ? input : await readAll(input);
  const result = triage(text, knowledge);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await write(
    json
      ? `${JSON.stringify(toJson(result), null, 2)}\n`
      : `${answerText(result, { now: new Date(), timeZone })}\n`,
  );
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('more than one file');
    if (values.json && values.jsonl) throw new Error('--json or --jsonl, not both');
    return { json: values.json ?? false, jsonl: values.jsonl ?? false, file: positionals[0] };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function openFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Whoever gives the error itself meant to pipe it in.
    const hint =
      code === 'ENOENT' ? '. To triage a text, pipe it in: echo "AADSTS…" | npm run --silent triage' : '';
    throw new UsageError(`${file} cannot be read: ${code ?? error}${hint}`);
  }
}

function readLine(line: string, number: number): z.infer<typeof lineSchema> {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    throw new UsageError(`line ${number} is no JSON`);
  }
  const read = lineSchema.safeParse(content);
  if (!read.success)
    throw new UsageError(
      `line ${number} is no {"id", "text"}: ${read.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ')}`,
    );
  return read.data;
}

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  if (input.isTTY) console.error('Paste the error, then press Ctrl+D.');
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) text += chunk;
  return text;
}

/** Waits until the line is out, so that nothing is cut off when the program ends or the reader is slow. */
const write = (text: string) =>
  new Promise<void>((resolve, reject) =>
    process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
  );

// The reader went away, as in `| head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
  console.error(
    error instanceof UsageError || error instanceof KnowledgeError ? `triage: ${error.message}` : error,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
