// `npm run ocr:measure [SCREENS [PICTURES]]`: how well text in pictures is recognised, on screens and pictures that it draws
// (fixed seeds; needs Chromium and a built dist/). Takes minutes. `--keep DIR` keeps the pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/host/browser.mjs';
import { screen } from '../test/corpora/pictures/screens.mjs';
import { pictureWithoutIdentity } from '../test/corpora/pictures/without-identity.mjs';
import { root } from './bootstrap.mjs';
import { importTypeScript } from './import-typescript.mjs';

const args = process.argv.slice(2);
const keepAt = args.indexOf('--keep');
const keep = keepAt < 0 ? undefined : args.splice(keepAt, 2)[1];
const [screens = 120, pictures = 300] = args.map(Number);
const maxPixels = 12_000_000;
const never = { isCancellationRequested: false };

const { PictureReader, findingsOf } = await importTypeScript(
  'server/host/inspection/pictures/picture-reader.ts',
  'server/host/inspection/pictures/picture-findings.ts',
);
const reader = PictureReader.beside({ bundleFolder: join(root, 'dist'), threads: 1 });
const browser = await launch();
const pages = new Map();

async function draw({ name, html, width, height, scale = 1, jpeg = false }) {
  if (!pages.has(scale)) {
    const context = await browser.newContext({ deviceScaleFactor: scale });
    pages.set(scale, await context.newPage());
  }
  const page = pages.get(scale);
  await page.setViewportSize({ width, height });
  await page.setContent(html);
  const picture = await page.screenshot(jpeg ? { type: 'jpeg', quality: 60 } : {});
  if (keep) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${name}.${jpeg ? 'jpg' : 'png'}`), picture);
  }
  return picture;
}

const cpu = [];

async function read(picture) {
  const before = process.cpuUsage();
  const reading = await reader.read({ kind: 'file', data: picture, maxPixels }, never);
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1e6);
  if (reading.end !== 'done') throw new Error(`a picture ended as ${reading.end}`);
  return findingsOf(reading.words);
}

const share = (part, whole) => `${part}/${whole} (${whole === 0 ? '–' : Math.round((1000 * part) / whole) / 10} %)`;
const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const seconds = () => `CPU median ${quantile(cpu, 0.5).toFixed(2)} s, p95 ${quantile(cpu, 0.95).toFixed(2)} s`;

async function measureScreens() {
  const sums = { planted: 0, found: 0, named: 0, wrong: 0 };
  const told = {};
  const byKind = {};
  for (let number = 0; number < screens; number++) {
    const shown = screen(number);
    const { identifiers, recognised } = await read(await draw(shown));
    const kind = shown.name.slice(4);
    const of = (byKind[kind] ??= { planted: 0, found: 0 });
    for (const ins of shown.ins) {
      const sighting = identifiers.find(({ value }) => value === ins);
      sums.planted++;
      of.planted++;
      if (!sighting) {
        console.log(`missed ${shown.name}`);
        continue;
      }
      sums.found++;
      of.found++;
      if (!sighting.unnamed) sums.named++;
    }
    const wrong = identifiers.filter(({ value }) => !shown.ins.includes(value));
    sums.wrong += wrong.length;
    if (wrong.length > 0) console.log(`wrong ${shown.name}: ${wrong.map(({ value }) => value).join(', ')}`);
    for (const [name, value] of Object.entries(shown.tells)) {
      const fact = (told[name] ??= { shown: 0, found: 0 });
      const list = { version: 'versions', address: 'addresses', date: 'dates' }[name];
      fact.shown++;
      if (recognised[list]?.includes(value)) fact.found++;
    }
  }
  console.log(
    `${screens} screens: INS found ${share(sums.found, sums.planted)}, named ${share(sums.named, sums.planted)}, wrong ${sums.wrong}`,
  );
  for (const [kind, { found, planted }] of Object.entries(byKind)) console.log(`  ${kind}: ${share(found, planted)}`);
  for (const [name, { found, shown }] of Object.entries(told)) console.log(`  ${name}: ${share(found, shown)}`);
  console.log(`  ${seconds()}`);
}

async function measureOthers() {
  cpu.length = 0;
  const kinds = {};
  for (let number = 0; number < pictures; number++) {
    const shown = pictureWithoutIdentity(Math.floor((number * 300) / pictures));
    const { identifiers } = await read(await draw(shown));
    const kind = (kinds[shown.kind] ??= { pictures: 0, possible: 0, certain: 0 });
    kind.pictures++;
    kind.possible += identifiers.filter(({ unnamed }) => unnamed).length;
    kind.certain += identifiers.filter(({ unnamed }) => !unnamed).length;
  }
  for (const [kind, { pictures: count, possible, certain }] of Object.entries(kinds))
    console.log(`${count} pictures without identity (${kind}): ${possible} “possible”, ${certain} errors`);
  if (cpu.length > 0) console.log(`  ${seconds()}`);
}

try {
  await measureScreens();
  await measureOthers();
} finally {
  await browser.close();
  await reader.end();
}
