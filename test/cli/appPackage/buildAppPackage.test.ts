import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildAppPackage } from '../../../src/cli/appPackage/buildAppPackage.ts';
import { readZip } from '../../../src/cli/appPackage/zip.ts';
import { BOT, ENV, goodIcons, ROOT } from './samples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-package-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('buildAppPackage', () => {
  test('writes a zip that Teams can take', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const out = join(folder, 'not', 'there', 'yet');
    const outcome = await buildAppPackage(ROOT, ENV, out);
    expect(outcome).toMatchObject({ path: join(out, `entra-triage-${version}.zip`) });

    const files = readZip(await readFile(join(out, `entra-triage-${version}.zip`)));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const { color, outline } = await goodIcons();
    expect(files.get('color.png')).toEqual(color);
    expect(files.get('outline.png')).toEqual(outline);
    const manifest = JSON.parse(files.get('manifest.json')!.toString());
    expect(manifest).toMatchObject({
      version,
      id: BOT,
      developer: {
        name: 'Contoso IT',
        websiteUrl: 'https://it.contoso.com/triage',
        privacyUrl: 'https://it.contoso.com/privacy',
        termsOfUseUrl: 'https://it.contoso.com/terms',
      },
      supportsChannelFeatures: 'tier1',
      validDomains: ['bot.contoso.com'],
    });
    expect(manifest.bots).toEqual([
      expect.objectContaining({
        botId: BOT,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
      }),
    ]);
    expect(
      manifest.bots[0].commandLists[0].commands.map((command: { title: string }) => command.title),
    ).toEqual(['help', 'triage', 'escalate', 'cases']);
    expect(manifest.composeExtensions).toEqual([
      {
        botId: BOT,
        commands: [
          expect.objectContaining({
            id: 'triageMessage',
            type: 'action',
            title: 'Triage',
            context: ['message'],
            fetchTask: true,
          }),
        ],
      },
    ]);
  });

  test('says in the description that Microsoft does not stand behind it', async () => {
    await buildAppPackage(ROOT, ENV, folder);
    const [name] = await readdir(folder);
    const manifest = JSON.parse(
      readZip(await readFile(join(folder, name!)))
        .get('manifest.json')!
        .toString(),
    );
    expect(manifest.description.full).toContain('It is not made, endorsed or supported by Microsoft');
  });

  test('writes no domain when there is no public host', async () => {
    await buildAppPackage(ROOT, { ...ENV, PUBLIC_HOST: '' }, folder);
    const [name] = await readdir(folder);
    const manifest = readZip(await readFile(join(folder, name!))).get('manifest.json')!;
    expect(JSON.parse(manifest.toString()).validDomains).toEqual([]);
  });

  test('writes nothing when something is wrong', async () => {
    const outcome = await buildAppPackage(ROOT, { ...ENV, PRIVACY_URL: 'http://contoso.com' }, folder);
    expect(outcome).toEqual({ faults: [expect.objectContaining({ where: 'PRIVACY_URL' })] });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('npm run package', () => {
  test('lists every fault of .env and fails', async () => {
    await writeFile(join(folder, '.env'), 'MicrosoftAppId=12\nDEVELOPER_NAME=Contoso IT\n');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/package.ts')], {
      cwd: folder,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(stderr).toContain('No package was written: 4 faults.');
    expect(stderr).toContain('MicrosoftAppId: is not a GUID');
    expect(stderr).not.toContain('DEVELOPER_NAME');
    expect(stderr).toMatch(/TERMS_URL: is not set\n.*for example TERMS_URL=https:/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
