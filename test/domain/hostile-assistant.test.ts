import assert from 'node:assert/strict';
import { assistantOver, snapshotOf, textsOf } from '../kit/assistant-kit';
import { DiskDossier, diskManifest } from '../kit/disk-dossier';
import { hostileTexts, marker } from '../kit/hostile-texts';
import { allTools } from '../../server/cli/assistant/tools/all-tools';
import { cleaned, quote } from '../../server/cli/assistant/quoted';

/** What may stand in no answer, quoted or not. */
const forbidden =
  // eslint-disable-next-line no-control-regex -- these characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e01ef}]|[\ufe00-\ufe0f]{2}/u;

/** Half a character. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** As YAML writes any text. */
const yaml = (text: string) => JSON.stringify(text);

/** A dossier in which hostile texts stand wherever a text can, one after the other. */
function hostileManifest(texts: readonly string[], files: readonly string[]): string {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? '';
  const said = () => yaml(text());
  const key = () => yaml(text().slice(0, 300));
  const pieces = files.map(
    (file) => `            - fichier: ${yaml(file)}
              titre: ${said()}
              commentaire: ${said()}
              version: ${said()}
              date: ${said()}
              sha256: ${said()}
              revue: { par: ${said()}, le: ${said()}, avis: ${said()} }
`,
  );
  const body = `exigences:
  INS/va1.56:
    commentaire: ${said()}
    note_interne: ${said()}
    suivi: { responsable: ${said()}, travail: ${said()} }
    scenarios:
      INS/va1.56.01:
        commentaire: ${said()}
        preuves:
          INS/va1.56.01.01:
${pieces.join('')}            - lien: ${said()}
            - fichier: ${said()}
  ${key()}:
    commentaire: ${said()}
    scenarios: { ${key()}: { preuves: { ${key()}: [{ fichier: ${said()} }] } } }
  PSC.01: { non_applicable: { justification: ${said()}, declaration: ${said()} } }
parcours:
  jalons: { ${key()}: { date: ${said()}, source: ${said()} } }
${key()}: ${said()}
# ${text().replace(/[\r\n\u0085\u2028\u2029]/g, ' ')}
`;
  const head = { MonCabinet: said(), 'Éditeur Exemple': said(), '[BAL PER-ORG]': `[${said()}]` };
  return Object.entries(head).reduce((so, [from, to]) => so.replace(from, () => to), diskManifest(body));
}

/** A name that the file system takes. */
function nameOf(text: string, index: number): string {
  return `${index}-${text.replaceAll('/', '_').replaceAll('\0', '_').slice(0, 40).replace(new RegExp(halves, 'g'), '_')}.txt`;
}

const threadOf = (text: string) =>
  `version: 1\nexigence: INS/va1.56\nsujet: ${yaml(text)}\nmessages:\n  - { par: ${yaml(text)}, le: ${yaml(text)}, texte: ${yaml(text)} }\n`;

const mostCharacters = 200_000;

describe('the assistant before hostile texts', function () {
  this.timeout(600_000);

  it('has two hundred of them', () => {
    assert.ok(new Set(hostileTexts).size >= 200);
  });

  it('cleans and bounds whatever it quotes', () => {
    for (const text of hostileTexts) {
      const { quoted } = quote(text, 500);
      assert.ok(!forbidden.test(quoted) && quoted.length <= 500, JSON.stringify(text.slice(0, 80)));
      assert.ok(!halves.test(quoted));
      assert.ok(!forbidden.test(cleaned(text)));
    }
  });

  const groups = Array.from({ length: Math.ceil(hostileTexts.length / 20) }, (_, at) =>
    hostileTexts.slice(at * 20, at * 20 + 20),
  );
  for (const [number, texts] of groups.entries()) {
    it(`answers with data in its place, and writes nothing (${number + 1} of ${groups.length})`, () =>
      attempt(texts, number % 2 === 0));
  }

  async function attempt(texts: readonly string[], notes: boolean): Promise<void> {
    const names = texts.map(nameOf);
    const [text = ''] = texts;
    const manifest = hostileManifest(
      texts,
      names.map((one) => `preuves/${one}`),
    );
    const dossier = new DiskDossier(manifest, {
      ...Object.fromEntries(texts.map((one, index) => [`preuves/${nameOf(one, index)}`, `${one}\n`])),
      'preuves/piece.xml': `<a><!-- ${text.replace(/--|[^\P{C}\n]/gu, '')} --><b>${marker}</b></a>`,
      'preuves/piece.eml': `From: a@example.org\r\nSubject: ${text.slice(0, 500)}\r\n\r\n${text}`,
      'preuves/piece.json': JSON.stringify({ tests: [{ title: text }], status: text }),
      'discussions/une.yaml': threadOf(text),
    });
    try {
      const before = snapshotOf(dossier.base);
      const call = await assistantOver([dossier.root], { notes });
      const asked = texts.map((one) => one.slice(0, 300).replaceAll('\0', ''));
      const [short = ''] = asked;
      const given: Record<string, Record<string, unknown>[]> = {
        search_requirements: [{ query: short }, { dispositif: short.slice(0, 200) }, { chapter: short }],
        explain_requirement: [...asked.slice(0, 3).map((id) => ({ id })), { id: 'INS/va1.56' }],
        dossier_state: [{}, { id: 'INS/va1.56' }, { id: short }, { chapter: short }, { dossier: short }],
        list_findings: [{ most: 50 }, { id: short }],
        compare_rem: [{ before: short, after: 'MDV-LGC-Va2' }],
        describe_piece: [{}, ...names.slice(-2).map((one) => ({ path: `preuves/${one}` })), { path: short }],
        propose_attach: [
          { proof: 'INS/va1.56.01.01', file: 'preuves/piece.json' },
          { proof: short, file: 'preuves/piece.xml' },
          { proof: 'INS/va1.56.01.01', link: short },
        ],
        propose_comment: [
          ...texts.slice(-3).map((one) => ({ id: 'INS/va1.30', text: one.slice(0, 1900).replaceAll('\0', '') })),
          { id: short, text: 'x' },
        ],
      };
      for (const { name: tool } of allTools) {
        for (const one of given[tool] ?? [{}]) {
          const { isError, content } = await call(tool, one);
          const where = `${tool} ${JSON.stringify(one).slice(0, 120)}`;
          assert.ok(JSON.stringify(content).length <= mostCharacters, where);
          for (const { at, text: said, isQuoted } of textsOf(content)) {
            assert.ok(isQuoted || !said.includes(marker), `${where}: ${at}: ${said.slice(0, 200)}`);
            // An edit is exact or refused: line ends of Windows are all that it may have besides.
            assert.ok(
              !forbidden.test(said.replaceAll('\r\n', '\n')),
              `${where}: ${at}: ${JSON.stringify(said.slice(0, 200))}`,
            );
            assert.ok(!halves.test(said), where);
          }
          if (asked.includes(String(one.id)) || one.proof === short) assert.ok(isError, where);
          if (one.dispositif === short.slice(0, 200) || one.chapter === short) assert.ok(isError, where);
        }
      }
      assert.deepEqual(snapshotOf(dossier.base), before);
    } finally {
      dossier.remove();
    }
  }
});
