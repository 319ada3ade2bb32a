import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const pictures = join(root, 'test-output/playground');

if (!CHROMIUM)
  console.warn('No Chromium found: the Playground is not driven. On Debian: apt-get install chromium');

const ERROR = `ClientSecretCredential authentication failed
POST https://login.microsoftonline.com/3c631bb7-a9f7-4343-a5ba-a615913/oauth2/v2.0/token
--------------------------------------------------------------------------------
RESPONSE 401 Unauthorized
--------------------------------------------------------------------------------
{
"error": "invalid_client",
"error_description": "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '86be4c01-505b-45e9-bfc0-9b825fd84'.\\r\\nTrace ID: 03da4b8e-5ffe-48ca-9754-aff4276f0100\\r\\nCorrelation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d\\r\\nTimestamp: 2022-03-02 18:25:26Z",
"error_codes": [
7000215
]
}`;

(CHROMIUM ? describe : describe.skip)('the Playground, as a person uses it', () => {
  let playground: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address: string;
  let dir: string;
  let printed = '';

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    dir = mkdtempSync(join(tmpdir(), 'entra-triage-playground-'));
    const [port, playgroundPort] = await freePorts(2);
    playground = spawn(process.execPath, [join(root, 'src/cli/playground.ts')], {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(port),
        PLAYGROUND_PORT: String(playgroundPort),
        DATA_DIR: dir,
        DATABASE_URL: '',
        HOME: dir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    playground.stdout!.setEncoding('utf8').on('data', (text: string) => (printed += text));
    playground.stderr!.setEncoding('utf8').on('data', (text: string) => (printed += text));
    address = await until(
      'the address',
      async () => /Chat with the bot at (\S+)/.exec(printed)?.[1],
      () => printed,
    );
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    const ended = new Promise((resolve) => playground.once('exit', resolve));
    playground.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  }, 30_000);

  const open = async () => {
    page = await (await browser.newContext({ viewport: { width: 1400, height: 1500 } })).newPage();
    await page.goto(address);
    await page.getByText('Paste a sign-in error to begin').first().waitFor();
  };
  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const write = async (text: string) => {
    await page.locator('[contenteditable=true]').first().click();
    // Runs in the page, as text, because this project knows no browser types.
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
  };
  const send = async (text: string) => {
    await write(text);
    await page.getByRole('button', { name: 'Send Message' }).first().click();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
  const sees = (text: string | RegExp) => page.getByText(text).last().waitFor();

  test('paste, answer, escalate with a fault in the form, mend it, template, file, close', async () => {
    await open();
    await picture('1-welcome');
    await send(ERROR);
    await sees('The client secret is wrong');
    for (const part of [
      '7b12f9bb-2eef-42e3-ad75-eee69ec9088d',
      '03da4b8e-5ffe-48ca-9754-aff4276f0100',
      '2022-03-02 18:25:26 UTC',
    ])
      await sees(part);
    await picture('2-answer');
    await press('More');
    await picture('3-answer-more');

    await press('Escalate');
    await sees('Prepare a support case');
    const correlation = page.getByPlaceholder('A GUID; several: separated by commas').last();
    expect(await correlation.inputValue()).toBe('7b12f9bb-2eef-42e3-ad75-eee69ec9088d');
    await picture('4-form');
    await correlation.fill('not an id');
    await page
      .getByPlaceholder('What was tried, what was expected')
      .last()
      .fill('The nightly job can no longer sign in.');
    await press('Prepare the case');
    await sees('Check:');
    expect(await correlation.inputValue()).toBe('not an id');
    expect(await page.getByPlaceholder('What was tried, what was expected').last().inputValue()).toBe(
      'The nightly job can no longer sign in.',
    );
    await picture('5-form-with-a-fault');

    await correlation.fill('7b12f9bb-2eef-42e3-ad75-eee69ec9088d');
    await press('Prepare the case');
    await sees(/Case ENT-/);
    const template = await page.locator('textarea').last().inputValue();
    for (const part of [
      'AADSTS7000215',
      '7b12f9bb-2eef-42e3-ad75-eee69ec9088d',
      '03da4b8e-5ffe-48ca-9754-aff4276f0100',
      '2022-03-02 18:25:26',
      'The nightly job can no longer sign in.',
    ]) {
      expect(template).toContain(part);
    }
    await picture('6-case');

    await press('Add Microsoft’s number');
    await page.getByPlaceholder('For example 2611020040001234').last().fill('2611020040001234');
    await press('Save the number');
    await sees(/Filed with Microsoft/);
    await press('Close the case');
    await page.getByPlaceholder('One sentence, for the next time').last().fill('A new client secret');
    await press('Close it now');
    await sees(/Closed/);
    await picture('7-case-closed');
  }, 120_000);

  test('a mention in a channel is answered under it, and escalated there', async () => {
    await open();
    await page.locator('button', { hasText: 'General' }).first().click();
    const box = page.locator('[contenteditable=true]').first();
    await box.click();
    await page.keyboard.type('@', { delay: 50 });
    await page.getByRole('menuitem', { name: 'Test Bot' }).first().click();
    await page.keyboard.type(
      " AADSTS50105: Your administrator has configured the application Payroll ('0f1c2d3e-4b5a-4c6d-8e7f-901a2b3c4d5e') to block users. Correlation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d",
    );
    await page.getByRole('button', { name: 'Post' }).first().click();
    await page.getByText("This user isn't assigned to the app").first().waitFor();
    await picture('8-channel-answer');
    await page.getByRole('button', { name: 'Escalate', exact: true }).first().click();
    await page.getByText('Prepare a support case').first().waitFor();
    await page.getByRole('button', { name: 'Prepare the case' }).first().click();
    await page
      .getByText(/Case ENT-/)
      .first()
      .waitFor();
    await picture('9-channel-case');
  }, 90_000);

  test('on a narrow window an unknown code, off-topic text and help are clear', async () => {
    await open();
    await page.setViewportSize({ width: 900, height: 1300 });
    await send('AADSTS999999: something new');
    await sees(/AADSTS999999/);
    await send('help');
    await sees(/Three ways to ask|What I can do|cases/);
    await picture('10-help');
  }, 60_000);
});

async function until<T>(what: string, look: () => Promise<T | undefined>, state: () => string): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come; printed so far:\n${state()}`);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
