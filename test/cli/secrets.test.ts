import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { buildZip } from '../../server/host/archive/testing/build-zip';
import { cli, Scratch } from './run-cli';

/** Values that may stand in no output; built here so that no scanner of this repository takes them for real ones. */
const password = ['Tr4verse', '9Kd8'].join('-');
const clientSecret = ['b7Zk', '92kd', 'LLq8'].join('-');
const pair = Buffer.from(`svc-dmp:${password}`).toString('base64');
const bearer = 'Zq7Rt2Kp9Lm4Wx8Vb3Nc6Hd1';
const keyLine = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const pem = `-----BEGIN PRIVATE KEY-----\n${keyLine}\n${keyLine}\n-----END PRIVATE KEY-----\n`;
const values = [password, clientSecret, pair, bearer, keyLine];

const har = {
  log: {
    entries: [
      {
        request: {
          headers: [{ name: 'Authorization', value: `Bearer ${bearer}` }],
          postData: { text: JSON.stringify({ client_secret: clientSecret }) },
        },
      },
    ],
  },
};
const mail = [
  'From: a@exemple.test',
  'To: b@exemple.test',
  'Date: Mon, 2 Nov 2026 10:15:00 +0100',
  'Message-ID: <1@exemple.test>',
  'MIME-Version: 1.0',
  'Subject: essai',
  'Content-Type: text/plain',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(`password=${password}\n`).toString('base64'),
].join('\r\n');
const runs = ['pass', 'word', '=', password]
  .map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)
  .join('');
const document = `<w:document xmlns:w="w"><w:body><w:p>${runs}</w:p></w:body></w:document>`;
const pfx = Buffer.concat([Buffer.from('3082067c0201033082064206092a864886f70d010701', 'hex'), Buffer.alloc(1642, 7)]);

/** A piece of each kind, the rule that sees it, and the words that say where. */
const carriers: readonly (readonly [name: string, content: string | Uint8Array, seenBy: string, told: RegExp])[] = [
  ['appels.log', `INFO appel\nAuthorization: Basic ${pair}\n`, 'identifiants', /Authorization: Basic \(ligne 2\)/],
  ['session.har', JSON.stringify(har, undefined, 2), 'jeton', /Authorization: Bearer/],
  ['config.json', JSON.stringify({ client_secret: clientSecret }), 'identifiants', /client_secret/],
  [
    'lot.zip',
    buildZip([{ name: 'b.zip', content: buildZip([{ name: 'c.properties', content: `db.password=${password}` }]) }]),
    'identifiants',
    /db\.password \(b\.zip\/c\.properties\)/,
  ],
  ['message.eml', mail, 'identifiants', /password \(text\/plain\)/],
  [
    'lettre.docx',
    buildZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: document },
    ]),
    'identifiants',
    /password \(word\/document\.xml/,
  ],
  ['journal.log.gz', gzipSync(`INFO\nAuthorization: Basic ${pair}\n`), 'identifiants', /Authorization: Basic/],
  ['serveur.p12', pfx, 'cle-privee', /PKCS#12/],
  ['certificat.txt', pem, 'cle-privee', /PRIVATE KEY \(ligne 1\)/],
  [
    'reponse.xml',
    `<testsuite><system-out>{&quot;password&quot;:&quot;${password}&quot;}</system-out></testsuite>`,
    'identifiants',
    /password/,
  ],
];

const manifest = `version: 1
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
${carriers.map(([name]) => `            - fichier: preuves/${name}`).join('\n')}
`;

interface Found {
  readonly rule: string;
  readonly message: string;
}

describe('secrets in evidence', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  const run = (...args: string[]) => cli(scratch.path, args);

  before(() => {
    mkdirSync(join(scratch.path, 'preuves'));
    for (const [name, content] of carriers) writeFileSync(join(scratch.path, 'preuves', name), content);
    writeFileSync(join(scratch.path, 'd.preuves.yaml'), manifest);
  });
  after(() => {
    scratch.remove();
  });

  it(`are found in each of ${carriers.length} carriers`, async () => {
    const { out } = await run('check', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: readonly Found[] };
    for (const [name, , seenBy, told] of carriers) {
      const found = findings.filter(
        ({ rule, message }) => rule === `secrets/${seenBy}` && message.includes(`« preuves/${name} »`),
      );
      assert.equal(found.length, 1, name);
      assert.match(found[0]?.message ?? '', told);
    }
  });

  it('are shown in no output', async () => {
    const told: string[] = [];
    for (const format of ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'])
      told.push((await run('check', '--format', format)).out);
    told.push((await run('status', '--format', 'json')).out, (await run('status')).out);
    for (const extension of ['html', 'csv', 'md']) {
      const file = `rapport.${extension}`;
      assert.notEqual((await run('report', '-o', file)).code, 2);
      told.push(readFileSync(join(scratch.path, file), 'utf8'));
    }
    const { code, err } = await run('package', '--brouillon', '-o', 'depot.zip');
    assert.equal(code, 0, err);
    const entries = unzipSync(readFileSync(join(scratch.path, 'depot.zip')));
    for (const [name, content] of Object.entries(entries))
      if (/depot\.json$|\.html$|\.csv$/.test(name)) told.push(Buffer.from(content).toString('utf8'));
    assert.ok(told.every((text) => text !== ''));
    for (const value of values) for (const text of told) assert.ok(!text.includes(value), value.slice(0, 3));
  });
});
