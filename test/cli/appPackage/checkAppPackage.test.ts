import { describe, expect, test } from '@jest/globals';
import { checkAppPackage } from '../../../src/cli/appPackage/checkAppPackage.ts';
import { readZip, writeZip } from '../../../src/cli/appPackage/zip.ts';
import { goodIcons, goodManifest } from './samples.ts';

async function goodFiles(): Promise<Record<string, Buffer>> {
  const { color, outline } = await goodIcons();
  const manifest = Buffer.from(JSON.stringify(await goodManifest()));
  return { 'manifest.json': manifest, 'color.png': color, 'outline.png': outline };
}

describe('writeZip and readZip', () => {
  test('give back what was put in: text, bytes, an empty file, a name with an umlaut', async () => {
    const files = {
      'a.txt': Buffer.from('abc '.repeat(1000)),
      'Prüfung.bin': Buffer.from([0, 255, 80, 75, 3, 4]),
      'dir/empty': Buffer.alloc(0),
    };
    expect(readZip(await writeZip(files))).toEqual(new Map(Object.entries(files)));
  });
});

describe('checkAppPackage', () => {
  test('finds nothing wrong with a good package', async () => {
    expect(await checkAppPackage(await writeZip(await goodFiles()))).toEqual([]);
  });

  test('reports a package whose files lie in a folder', async () => {
    const files = Object.entries(await goodFiles()).map(([name, content]) => [`appPackage/${name}`, content]);
    const faults = await checkAppPackage(await writeZip(Object.fromEntries(files)));
    expect(faults.map(({ where, message }) => `${where} ${message}`)).toEqual([
      'manifest.json is not at the root of the zip',
      'color.png is not at the root of the zip',
      'outline.png is not at the root of the zip',
      'appPackage/manifest.json does not belong into the package',
      'appPackage/color.png does not belong into the package',
      'appPackage/outline.png does not belong into the package',
    ]);
  });

  test('reports a file that would leak into the package', async () => {
    const zip = await writeZip({ ...(await goodFiles()), '.env': Buffer.from('MicrosoftAppPassword=x') });
    expect(await checkAppPackage(zip)).toEqual([expect.objectContaining({ where: '.env' })]);
  });

  test('reports an icon that the manifest calls by another name', async () => {
    const manifest = await goodManifest();
    manifest.icons!.color = 'logo.png';
    const zip = await writeZip({
      ...(await goodFiles()),
      'manifest.json': Buffer.from(JSON.stringify(manifest)),
    });
    expect(await checkAppPackage(zip)).toEqual([
      expect.objectContaining({
        where: '/icons/color',
        message: 'names logo.png, which is not in the package',
      }),
    ]);
  });

  test('reports faults of the manifest and of the icons together', async () => {
    const { color } = await goodIcons();
    const zip = await writeZip({
      'manifest.json': Buffer.from('{'),
      'color.png': color,
      'outline.png': color,
    });
    expect((await checkAppPackage(zip)).map(({ where }) => where)).toEqual(['manifest.json', 'outline.png']);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a zip')],
  ])('reports %s as no zip', async (_, bytes) => {
    expect(await checkAppPackage(bytes)).toEqual([expect.objectContaining({ where: 'package' })]);
  });
});
