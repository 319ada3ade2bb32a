import { checkIcons } from './checkIcons.ts';
import { checkManifest } from './checkManifest.ts';
import type { Fault } from './fault.ts';
import { readZip } from './zip.ts';

const FILES = ['manifest.json', 'color.png', 'outline.png'];

/**
 * Checks a Teams app package as it will be uploaded: its layout, its manifest and its icons.
 *
 * @returns every fault; empty means that Teams should take it.
 */
export async function checkAppPackage(zip: Buffer): Promise<Fault[]> {
  let files: Map<string, Buffer>;
  try {
    files = readZip(zip);
  } catch (error) {
    return [{ where: 'package', message: (error as Error).message, hint: 'Build it with npm run package.' }];
  }
  const faults: Fault[] = [
    ...FILES.filter((name) => !files.has(name)).map((name) => ({
      where: name,
      message: 'is not at the root of the zip',
      hint: 'Teams looks for it there: zip the files, not the folder.',
    })),
    ...[...files.keys()]
      .filter((name) => !FILES.includes(name))
      .map((name) => ({
        where: name,
        message: 'does not belong into the package',
        hint: `It holds ${FILES.join(', ')} and nothing else.`,
      })),
  ];

  const text = files.get('manifest.json')?.toString('utf8');
  if (text !== undefined) {
    try {
      const manifest = JSON.parse(text);
      faults.push(...(await checkManifest(manifest)));
      for (const icon of ['color', 'outline'] as const)
        if (manifest.icons?.[icon] !== `${icon}.png`)
          faults.push({
            where: `/icons/${icon}`,
            message: `names ${manifest.icons?.[icon]}, which is not in the package`,
            hint: `Write "${icon}.png".`,
          });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({
        where: 'manifest.json',
        message: `is not JSON: ${error.message}`,
        hint: 'Correct the template.',
      });
    }
  }

  const color = files.get('color.png');
  const outline = files.get('outline.png');
  if (color && outline) faults.push(...checkIcons({ color, outline }));
  return faults;
}
