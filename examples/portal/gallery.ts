// Draws the pictures in docs/gallery, one of each scene in each look: node examples/portal/gallery.ts [scene …]
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { importerScenes } from './gallery/importer-scenes.ts';
import { numberScenes } from './gallery/number-scenes.ts';
import { portOutScenes } from './gallery/portout-scenes.ts';
import { type Scene, scenes as orderScenes } from './gallery/scenes.ts';
import { find } from '../../scripts/ensure-browsers.mjs';

const scenes: readonly Scene[] = [...orderScenes, ...numberScenes, ...importerScenes, ...portOutScenes];

interface Look {
  name: string;
  /** What a picture in it shows, besides its scene. */
  about: string;
  width: number;
  lang: string;
  theme: 'light' | 'dark';
  forcedColors?: boolean;
}

/** Every scene is drawn in the first three; the rest show one scene that has a bit of everything. */
const looks: readonly Look[] = [
  { name: 'desktop', about: 'On a wide page', width: 1280, lang: 'en', theme: 'light' },
  { name: 'phone', about: 'On a phone', width: 360, lang: 'en', theme: 'light' },
  {
    name: 'dark',
    about: 'In dark colours, on a page of medium width',
    width: 768,
    lang: 'en',
    theme: 'dark',
  },
  { name: 'arabic', about: 'In Arabic', width: 1280, lang: 'ar', theme: 'light' },
  {
    name: 'arabic-phone',
    about: 'In Arabic, in dark colours, on a phone',
    width: 360,
    lang: 'ar',
    theme: 'dark',
  },
  { name: 'german', about: 'In German', width: 768, lang: 'de', theme: 'light' },
  { name: 'spanish', about: 'In Spanish, on a phone', width: 360, lang: 'es', theme: 'light' },
  {
    name: 'forced-colours',
    about: 'With forced colours',
    width: 1280,
    lang: 'en',
    theme: 'dark',
    forcedColors: true,
  },
  {
    name: 'zoomed',
    about: 'As 400 % zoom leaves it, 320 pixels wide',
    width: 320,
    lang: 'en',
    theme: 'light',
  },
];
const everyScene = 3;
const richScenes = [
  'lines',
  'order',
  'numbers-all',
  'numbers-move',
  'importer-review',
  'importer-result',
  'portouts-all',
  'portout-pending',
];

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../docs/gallery/', import.meta.url));
const origin = 'https://gallery.example';

/** The script of the page and what it loads on demand, by path. */
async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: ['gallery/page.ts'],
    outdir: '/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

const shell = `<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body { margin: 24px; font-family: Inter, system-ui, sans-serif; background: light-dark(#f4f5f7, #0e1013) }
@media (width < 600px) { body { margin: 12px } }</style><script type="module" src="/assets/page.js"></script>`;

async function draw(browser: Browser, files: ReadonlyMap<string, string>, scene: Scene, look: Look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.theme,
    forcedColors: look.forcedColors ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: look.lang,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${scene.name}: ${error.stack}`));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const script = files.get(pathname);
    return script === undefined
      ? route.fulfill({ contentType: 'text/html', body: shell })
      : route.fulfill({ contentType: 'text/javascript', body: script });
  });
  await page.goto(`${origin}/?scene=${scene.name}&lang=${look.lang}&theme=${look.theme}`);
  await settle(page, scene);
  await page.evaluate(untilItRests);
  // What sticks to the end of the window would stand in the middle of a picture of the whole page.
  if (scene.file) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: look.width, height: Math.max(800, height) });
  }
  await page.screenshot({
    path: `${folder}${scene.name}-${look.name}.png`,
    fullPage: !scene.name.endsWith('ten-thousand'),
  });
  await context.close();
}

/** In the page: waits until nothing that comes by itself makes it higher or lower any more. */
async function untilItRests(): Promise<void> {
  let height = -1;
  for (let frames = 0; frames < 8; frames++) {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight !== height) [height, frames] = [scrollHeight, 0];
    await new Promise(requestAnimationFrame);
  }
}

const tagOf = {
  orders: 'order-table',
  order: 'order-detail',
  inventory: 'number-table',
  importer: 'number-importer',
  portouts: 'portout-list',
  portout: 'portout-review',
} as const;

/** Does what a person has done before the picture, and waits until it shows. */
async function settle(page: Page, scene: Scene) {
  const { name, opened, tool, tip, offline, mock, order, importer, act, portout, rejection } = scene;
  const tags = ['importer', 'inventory', 'order', 'portout', 'portouts'] as const;
  const tag = tags.find((tag) => scene[tag]) ?? 'orders';
  const table = page.locator(tagOf[tag]);
  const isLoading = mock.delay === Infinity;
  const content = isLoading
    ? '.bones'
    : /\bnone-|missing$|forbidden$/.test(name) || (mock.fail && !scene.saved)
      ? '.panel'
      : portout
        ? '.body'
        : scene.viewState === 'view=charges'
          ? '.charges .line'
          : order
            ? '.history'
            : importer
              ? '[role=tab]'
              : '[data-key]';
  await table.locator(content).first().waitFor();
  if (opened) await table.locator(`[data-key="${opened}"] .lines`).click();
  if (importer === 'batch' && content === '[role=tab]') await table.getByRole('tab').nth(1).click();
  await fillImporter(table, scene);
  if (act) {
    await table.locator(`[data-key="${act.id}"] [data-act=${act.name}]`).click();
    await table.locator('[data-form] button').first().waitFor();
    if (act.chosen) await table.locator('[data-form] select').selectOption(act.chosen);
  }
  if (rejection) {
    await table.locator('[data-answer=reject]').click();
    await table.locator('#reason').selectOption(rejection.reason);
    if (rejection.text) await table.locator('#detail-text').fill(rejection.text);
    await table.locator('.form [type=submit]').click();
    await table
      .locator(rejection.isRefused ? '[aria-invalid=true]' : '.summary')
      .first()
      .waitFor();
  }
  if (tool) {
    await table
      .locator('.tool')
      .nth(tool === 'filter' ? 0 : 1)
      .click();
    await table.locator('#panel .button').first().waitFor();
  }
  if (offline) {
    await page.context().setOffline(true);
    await table.locator('.notice').waitFor();
  }
  if (tip) {
    await table.locator('.has-tip').first().hover();
    await table.getByRole('tooltip').filter({ visible: true }).waitFor();
  } else await page.mouse.move(0, 0);
}

/** Types and drops what is to be added, and saves it. */
async function fillImporter(importer: Locator, { typed = [], file, saved, moved }: Scene): Promise<void> {
  for (const [number, purpose] of typed) {
    await importer.locator('#number').fill(number);
    await importer.locator('#number-purpose').selectOption(purpose);
    await importer.locator('.add').click();
  }
  if (!file) return;
  const { name, content } = file;
  const buffer = Buffer.from(content, 'latin1');
  await importer.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await importer.locator('.review-head, .trouble').first().waitFor();
  if (!saved) return;
  const confirmed = importer.locator('#confirm');
  if ((await confirmed.count()) > 0) await confirmed.check();
  await importer.locator('.save').click();
  const states = { result: '.result-head', held: 'progress:not([value="0"])', lost: '.trouble' };
  await importer.locator(states[saved]).first().waitFor();
  if (moved) await importer.locator('.move .choice input').first().check();
}

/** What a page as it was says of each scene, by the scene's name. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^(?=## )/m).slice(1);
  const nameOf = (section: string) => /\]\(\.\/(.+?)-desktop\.png\)/.exec(section)?.[1] ?? '';
  return new Map(sections.map((section) => [nameOf(section), `${section.trimEnd()}\n`]));
}

/** The page that shows them: of scenes that were not drawn, as `before` says. */
function gallery(isDrawn: (scene: Scene) => boolean, before: ReadonlyMap<string, string>): string {
  const title = ({ about }: Scene) => about.replace(/\.$/, '');
  const section = (scene: Scene) => {
    const drawn = looks.filter((_, index) => index < everyScene || richScenes.includes(scene.name));
    const pictures = drawn.map(
      (look) => `${look.about}:\n\n![${title(scene)}: ${look.about}](./${scene.name}-${look.name}.png)`,
    );
    return `## ${title(scene)}\n\n${pictures.join('\n\n')}\n`;
  };
  const names = new Set(scenes.map(({ name }) => name));
  const others = [...before].filter(([name]) => !names.has(name)).map(([, text]) => text);
  return `# Gallery

Every state of \`<order-table>\`, \`<order-detail>\`, \`<number-table>\`, \`<number-importer>\`, \`<portout-list>\` and
\`<portout-review>\`, as they look where a page sets no property of [its brand](../guides/your-brand-on-it.md), each on a wide page, on
a phone and in dark colours; some of them also in other languages, with forced colours and at 400 % zoom. What leads to the states of
the orders is in [Embed the order table](../guides/embed-the-order-table.md#what-the-reader-meets).

The pictures are drawn over a mock of the server, at a moment that stands still:
\`node examples/portal/gallery.ts\` draws them all and this page.

${[...scenes.flatMap((scene) => (isDrawn(scene) ? section(scene) : (before.get(scene.name) ?? []))), ...others].join('\n')}`;
}

const wanted = process.argv.slice(2);
const isAll = wanted.length === 0;
const isWanted = ({ name }: Scene) => isAll || wanted.includes(name);
const before = isAll ? '' : await readFile(`${folder}README.md`, 'utf8').catch(() => '');
await mkdir(folder, { recursive: true });
if (isAll) for (const file of await readdir(folder)) if (file.endsWith('.png')) await rm(`${folder}${file}`);
const browser = await chromium.launch({
  executablePath: find('chromium') ?? 'chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const files = await buildPage();
  for (const scene of scenes.filter(isWanted)) {
    const drawn = looks.filter((_, index) => index < everyScene || richScenes.includes(scene.name));
    for (const look of drawn) await draw(browser, files, scene, look);
    console.log(`${scene.name}: ${drawn.map(({ name }) => name).join(', ')}`);
  }
  await writeFile(`${folder}README.md`, gallery(isWanted, sectionsOf(before)));
} finally {
  await browser.close();
}
