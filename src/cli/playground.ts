import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Starts the bot without credentials, and Microsoft's Agents Playground beside it: a local Teams in the browser. Both
 * end together.
 */
const root = join(import.meta.dirname, '../..');
const port = process.env.PORT || '3978';
const playgroundPort = process.env.PLAYGROUND_PORT || '56150';
const require = createRequire(import.meta.url);

const children: ChildProcess[] = [];
let ending = false;
const end = (code: number) => {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
};
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));

const run = (name: string, args: string[], env: Record<string, string>, onLine: (line: string) => void) => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  child.stdout
    .setEncoding('utf8')
    .on('data', (chunk: string) => chunk.split('\n').filter(Boolean).forEach(onLine));
  child.on('exit', (code) => {
    if (!ending) console.error(`${name} ended${code ? ` with code ${code}` : ''}.`);
    end(code ?? 0);
  });
};

// The Playground signs nothing, so credentials from .env would only make the bot refuse it.
const local = {
  PORT: port,
  HOST: '127.0.0.1',
  NODE_ENV: 'development',
  MicrosoftAppId: '',
  MicrosoftAppPassword: '',
  MicrosoftAppTenantId: '',
  ALLOWED_TENANTS: '',
};
run('The bot', [join(root, 'src/index.ts')], local, (line) => {
  console.log(line);
  if (line.includes('"msg":"ready"')) startPlayground();
});

function startPlayground(): void {
  const home = dirname(require.resolve('@microsoft/m365agentsplayground/package.json'));
  const { bin } = require('@microsoft/m365agentsplayground/package.json');
  const script = join(home, typeof bin === 'string' ? bin : bin.agentsplayground);
  const args = [
    script,
    '-e',
    `http://127.0.0.1:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    playgroundPort,
    '--disable-telemetry',
  ];
  run('The Playground', args, { BROWSER: 'none' }, (line) => {
    const listening = /^Listening on (\d+)/.exec(line);
    console.log(listening ? `\nChat with the bot at http://localhost:${listening[1]}\n` : line);
  });
}
