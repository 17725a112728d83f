import assert from 'node:assert/strict';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import { buildZip } from '../../server/host/archive/testing/build-zip';
import { cli, Scratch } from './run-cli';

const screen = (name: string): Buffer => readFileSync(resolve('test/fixtures/pictures', `${name}.png`));
/** The same file with other dimensions in its header, whose checksum viewers do not need. */
const sized = (width: number, height: number): Buffer => {
  const bytes = Buffer.from(screen('rien'));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const pieces: Readonly<Record<string, Buffer>> = {
  'nommee.png': screen('nommee'),
  'sombre.png': screen('sombre'),
  'possible.png': screen('possible'),
  'test.png': screen('test'),
  'rien.png': screen('rien'),
  'zero.png': sized(0, 0),
  'immense.png': sized(30_000, 30_000),
  'coupee.png': screen('nommee').subarray(0, 2000),
  'fausse.png': Buffer.from('ceci n’est pas une image'),
};

/** Documents that carry a picture, each in its own way. */
const carriers: Readonly<Record<string, Buffer>> = {
  'rapport.docx': buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document xmlns:w="w"><w:t>Compte rendu</w:t></w:document>' },
    { name: 'word/media/image1.png', content: screen('nommee') },
    { name: 'word/media/image2.png', content: screen('rien') },
  ]),
  'lot.zip': buildZip([
    { name: 'a.txt', content: 'rien' },
    { name: 'b/c.zip', content: buildZip([{ name: 'nommee.png', content: screen('nommee') }]) },
  ]),
  'envoi.eml': Buffer.from(
    [
      'From: a@exemple.fr\r\nTo: b@exemple.fr\r\nSubject: Essai\r\nMIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\nVoici.\r\n--X',
      'Content-Type: image/png; name=ecran.png\r\nContent-Transfer-Encoding: base64\r\n',
      screen('nommee').toString('base64'),
      '--X--\r\n',
    ].join('\r\n'),
  ),
  'page.html': Buffer.from(
    `<!DOCTYPE html><html><h1>Journal</h1><img src="data:image/png;base64,${screen('nommee').toString('base64')}"></html>`,
  ),
};

const manifest = (names: readonly string[]) => `version: 1
dossier:
  dispositif: MDV-LGC-Va2
editeur:
  denomination: Société Éditrice
logiciel:
  nom: MonCabinet
  version: 12.4.0
exigences:
  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01:
${names.map((name) => `            - fichier: preuves/${name}`).join('\n')}
`;

async function scan(file: string, text?: string): Promise<void> {
  const document = new PDFDocument({ margin: 0, size: [420, 150] });
  const stream = document.pipe(createWriteStream(file));
  if (text !== undefined)
    document
      .text(text, 10, 10)
      .addPage({ margin: 0, size: [420, 150] })
      .text(text, 10, 10);
  document.image(screen('nommee'), 0, 0, { width: 420 });
  document.addPage({ margin: 0, size: [420, 150] });
  document.end();
  await finished(stream);
}

interface Report {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
}

interface Examined {
  readonly whole: number;
  readonly left: readonly { readonly path: string; readonly reasons: readonly string[] }[];
}

describe('pictures that are read', function () {
  this.timeout(120_000);
  const scratch = new Scratch();
  const check = async (...args: string[]): Promise<Report['findings']> => {
    const { out, err } = await cli(scratch.path, ['check', '--format', 'json', ...args]);
    assert.equal(err, '');
    return (JSON.parse(out) as Report).findings.filter(({ rule }) => rule === 'donnees/ins-de-production');
  };

  before(async () => {
    mkdirSync(join(scratch.path, 'preuves'));
    for (const [name, content] of Object.entries(pieces)) writeFileSync(join(scratch.path, 'preuves', name), content);
    await scan(join(scratch.path, 'preuves/numerise.pdf'));
    writeFileSync(join(scratch.path, 'd.preuves.yaml'), manifest([...Object.keys(pieces), 'numerise.pdf']));
  });
  after(() => {
    scratch.remove();
  });

  it('tell identities, as errors where they are named and else as possible ones', async () => {
    const found = await check('--images');
    const told = found.map(({ severity, message }) => [severity, /preuves\/[\w.]+/.exec(message)?.[0]]);
    assert.deepEqual(told, [
      ['error', 'preuves/nommee.png'],
      ['error', 'preuves/sombre.png'],
      ['warning', 'preuves/possible.png'],
      ['error', 'preuves/numerise.pdf'],
    ]);
    assert.match(found[3]?.message ?? '', /284…11 \(page 1, x \d+, y \d+\)/);
    assert.ok(!JSON.stringify(found).includes('284053595811811'));
  });

  it('are not read without being asked for', async () => {
    assert.deepEqual(await check(), []);
  });

  it('are never told to be read whole', async () => {
    const { out } = await cli(scratch.path, ['check', '--images', '--format', 'json']);
    const { status } = JSON.parse(out) as { status: { dossiers: readonly { examined: Examined }[] } };
    const examined = status.dossiers[0]?.examined;
    assert.equal(examined?.whole, 0);
    const reasons = new Map(examined.left.map((piece) => [piece.path, piece.reasons]));
    assert.deepEqual(reasons.get('preuves/rien.png'), ['recognised']);
    assert.deepEqual(reasons.get('preuves/numerise.pdf'), ['recognised']);
    assert.deepEqual(reasons.get('preuves/immense.png'), ['limit', 'picture']);
    for (const name of ['zero', 'coupee', 'fausse'])
      assert.ok(reasons.get(`preuves/${name}.png`)?.includes('damaged'), name);
  });

  it('are read inside documents, and told as left where they are not', async () => {
    const names = [...Object.keys(carriers), 'texte.pdf'];
    for (const [name, content] of Object.entries(carriers)) writeFileSync(join(scratch.path, 'preuves', name), content);
    await scan(join(scratch.path, 'preuves/texte.pdf'), 'Compte rendu');
    writeFileSync(join(scratch.path, 'd.preuves.yaml'), manifest(names));
    const of = async (...args: string[]): Promise<(readonly [string, readonly string[]])[]> => {
      const { out } = await cli(scratch.path, ['check', '--format', 'json', ...args]);
      const { status } = JSON.parse(out) as { status: { dossiers: readonly { examined: Examined }[] } };
      return (status.dossiers[0]?.examined.left ?? []).map(({ path, reasons }) => [path.slice(8), reasons] as const);
    };
    assert.deepEqual(
      await of(),
      names.map((name) => [name, ['picture']]),
    );
    assert.deepEqual(
      await of('--images'),
      names.map((name) => [name, ['recognised']]),
    );
    const found = await check('--images');
    assert.deepEqual(
      found.map(({ severity, message }) => [
        severity,
        /preuves\/([\w.]+)/.exec(message)?.[1],
        /\((.*?), x /.exec(message)?.[1],
      ]),
      [
        ['error', 'rapport.docx', 'word/media/image1.png'],
        ['error', 'lot.zip', 'b/c.zip/nommee.png'],
        ['error', 'envoi.eml', 'ecran.png'],
        ['error', 'page.html', 'base64'],
        ['error', 'texte.pdf', 'page 2'],
      ],
    );
  });
});
