import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchPage } from '../bench-page.js';
import { BenchTab } from '../bench-tab.js';
import { SLOW_4G_4 } from '../conditions.js';
import { filmstripPage, framesWithMoments, type Moment, type Strip } from '../filmstrip-page.js';
import { table, whole } from '../markdown.js';
import { linkingPage, settingsPage } from '../pages/account-pages.js';
import { scriptTagChallenge, scriptTagLogin } from '../pages/field-pages.js';
import type { Part, Tools } from '../part.js';
import { recordScreen } from '../record-screen.js';

/** A code that is refused. */
const WRONG_CODE = '000000';

interface Scene {
  /** How the files of its pictures begin. */
  readonly name: string;
  readonly page: BenchPage;
  /** What the goal of the page is called. */
  readonly goal: string;
  readonly isRefused?: boolean;
}

const scenes = (): Scene[] => [
  { name: 'challenge', page: scriptTagChallenge(), goal: 'field', isRefused: true },
  { name: 'login', page: scriptTagLogin(), goal: 'field', isRefused: true },
  { name: 'linking', page: linkingPage(), goal: 'QR code' },
  { name: 'settings', page: settingsPage(3), goal: 'list' },
];

/** The first paint, in milliseconds since the navigation. */
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0].startTime`;

/** Types a wrong code, and returns when the error shows, in milliseconds since the navigation. */
async function typeWrongCode({ page }: BenchTab): Promise<Moment[]> {
  const typedAt = Number(await page.evaluate('performance.now()'));
  await page.keyboard.type(WRONG_CODE);
  await page.keyboard.press('Enter');
  await page.locator('input[aria-invalid=true]').waitFor();
  const at = Number(await page.evaluate('performance.now()'));
  return [
    { name: 'typing a wrong code', at: typedAt },
    { name: 'its error', at },
  ];
}

async function film({ page, goal, isRefused }: Scene, { browser, site }: Tools): Promise<Strip> {
  const tab = await BenchTab.open(browser, site, SLOW_4G_4);
  try {
    const recording = await recordScreen(tab.session);
    const { report } = await tab.load(page);
    const moments: Moment[] = [
      { name: 'first paint', at: Number(await tab.page.evaluate(FIRST_PAINT)) },
      { name: goal, at: report.paintedAt },
      ...(isRefused ? await typeWrongCode(tab) : []),
    ];
    const frames = await recording.stop(report.timeOrigin);
    return { title: page.name, frames: framesWithMoments(frames, moments), moments };
  } finally {
    await tab.close();
  }
}

/** Writes the pictures of a strip, each named by its time. */
async function writePictures(folder: string, name: string, { frames }: Strip): Promise<void> {
  for (const { at, picture } of frames) {
    const time = String(Math.round(at)).padStart(5, '0');
    await writeFile(join(folder, `${name}-${time}.png`), picture);
  }
}

/** Not part of the guide: pictures of what a person sees meanwhile, in the folder that BENCH_PICTURES names. */
export const filmstrip: Part = {
  title: `What a person sees meanwhile (${SLOW_4G_4.name})`,
  measure: async (tools) => {
    const folder = process.env.BENCH_PICTURES;
    if (!folder) throw new Error('BENCH_PICTURES has to name a folder for the pictures.');
    await mkdir(folder, { recursive: true });
    const strips: Strip[] = [];
    for (const scene of scenes()) {
      const strip = await film(scene, tools);
      await writePictures(folder, scene.name, strip);
      strips.push(strip);
    }
    const index = join(folder, 'index.html');
    await writeFile(index, filmstripPage(strips));
    const rows = strips.flatMap(({ title, moments }) =>
      moments.map(({ name, at }) => [`${title}: ${name}`, whole(at)]),
    );
    return `${table(['moment', 'ms'], rows)}\n\nPictures: ${index}`;
  },
};
