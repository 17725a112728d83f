// Draws the captures, films and the letter. Only for whoever changes them: it needs Chromium (a development dependency),
// pngquant, ffmpeg and Ghostscript, whose bytes change with their versions. The results are committed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';
import { size } from './desktop.mjs';
import { films } from './films.mjs';
import { doctor, letter, patient, practice, software } from './identity.mjs';
import { screens } from './screens.mjs';

const secondsPerFrame = 0.5;

/** @param {string} target the `preuves` folder */
export async function render(target) {
  const work = mkdtempSync(join(tmpdir(), 'preuves-'));
  const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  try {
    const tab = await browser.newPage({ viewport: size });
    const draw = async (html, path) => {
      await tab.setContent(html);
      await tab.screenshot({ path });
    };
    for (const { path, html } of screens) {
      const raw = join(work, 'raw.png');
      await draw(html, raw);
      execFileSync('pngquant', ['--force', '--strip', '--nofs', '--output', place(target, path), '24', raw]);
    }
    for (const { path, frames } of films) {
      for (const [index, html] of frames.entries()) await draw(html, join(work, `frame-${index}.png`));
      film(join(work, 'frame-%d.png'), frames.length, place(target, path));
    }
    await tab.setContent(letterPage);
    const plain = join(work, 'letter.pdf');
    writeFileSync(plain, await tab.pdf({ format: 'A4' }));
    archivalPdf(plain, place(target, `mssante/${letter.pdf}`), work);
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function film(pattern, frames, path) {
  const rate = 10;
  // Without padding the last screen would last one image only.
  const held = String(secondsPerFrame - 1 / rate);
  const filters = `fps=${rate},scale=800:500:flags=lanczos,tpad=stop_mode=clone:stop_duration=${held}`;
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-framerate', String(1 / secondsPerFrame), '-start_number', '0', '-i', pattern],
    ...['-frames:v', String(frames * secondsPerFrame * rate), '-vf', filters],
    ...['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'stillimage', '-crf', '28', '-pix_fmt', 'yuv420p'],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', path],
  ]);
}

/** PDF/A-1b through Ghostscript: embedded fonts, metadata and an output intent. */
function archivalPdf(from, to, work) {
  const definition = join(work, 'pdfa.ps');
  const stamp = `D:${letter.date}101000+01'00'`;
  const profile = '/usr/share/color/icc/ghostscript/srgb.icc';
  writeFileSync(
    definition,
    `%!
/ICCProfile (${profile}) def
[ /Title (${letter.title}) /Author (${practice.name}) /Creator (${software.name} ${software.version}) /CreationDate (${stamp}) /ModDate (${stamp}) /DOCINFO pdfmark
[/_objdef {icc_PDFA} /type /stream /OBJ pdfmark
[{icc_PDFA} << /N 3 >> /PUT pdfmark
[{icc_PDFA} ICCProfile (r) file /PUT pdfmark
[/_objdef {OutputIntent_PDFA} /type /dict /OBJ pdfmark
[{OutputIntent_PDFA} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {icc_PDFA} /OutputConditionIdentifier (sRGB) >> /PUT pdfmark
[{Catalog} <</OutputIntents [ {OutputIntent_PDFA} ]>> /PUT pdfmark
`,
  );
  execFileSync('gs', [
    '-q',
    '-dPDFA=1',
    '-dBATCH',
    '-dNOPAUSE',
    '-sDEVICE=pdfwrite',
    '-dPDFACompatibilityPolicy=2',
    '-sColorConversionStrategy=RGB',
    `--permit-file-read=${profile}`,
    `-sOutputFile=${to}`,
    definition,
    from,
  ]);
}

function place(target, path) {
  const full = join(target, path);
  mkdirSync(dirname(full), { recursive: true });
  return full;
}

const letterPage = `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>${letter.title}</title>
<style>body{font:11pt 'Open Sans',sans-serif;margin:20mm}</style>
<p><b>${practice.name}</b><br>Dr ${doctor.given} ${doctor.family}, RPPS ${doctor.rpps}</p>
<p>Le 4 novembre 2026</p><h2>${letter.title}</h2>
<p>${patient.family} ${patient.givenAll}, née le ${patient.birthShown}, sexe ${patient.gender}<br>INS ${patient.ins} (NIR de test)</p>
<p>Cher confrère, je vous adresse cette patiente pour avis.</p>
<p>Document de test, identité de test, aucune donnée réelle.</p></html>`;
