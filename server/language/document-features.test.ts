import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manifest, mainUri, rootUri } from '../../test/kit/dossier-kit';
import { viewAt, type ViewInput } from '../../test/kit/view-kit';
import { parseManifest } from '../core/manifest/parse-manifest';
import { definition, findId } from './definition';
import { cataloguePlaces } from './mentions/catalogue-places';
import { documentLinks } from './document-links';
import { documentSymbols } from './document-symbols';
import type { FileView } from './file-view';

const body = `agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: preuves/dmp.png }
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a b.mp4
              titre: Un film
          INS/va1.56.02.02:
            - lien: https://example.fr/r/1
            - lien: javascript:alert(1)
            - execution: 12
  SSI/GEN.06:
    non_applicable: { justification: x, declaration: ./d/../e.pdf }
  PSC.01:
    scenarios:
      PSC.01.01: { preuves: { PSC.01.01.01: [{ fichier: ../secret }, { fichier: /etc/passwd }, { fichier: "C:x" }] } }
chapitres:
  DRIMbox: { statut: soumis }
`;

describe('document symbols', () => {
  it('outline sections, requirements, scenarios, proofs and evidence', async () => {
    const { view } = await viewAt(manifest(body));
    const outline = (symbols: ReturnType<typeof documentSymbols>, depth = 0): string[] =>
      symbols.flatMap((one) => [`${' '.repeat(depth)}${one.name}`, ...outline(one.children ?? [], depth + 1)]);
    const lines = outline(documentSymbols(view));
    assert.deepEqual(lines.slice(lines.indexOf('exigences'), lines.indexOf('exigences') + 10), [
      'exigences',
      ' INS/va1.56',
      '  INS/va1.56.02',
      '   INS/va1.56.02.01',
      '    preuves/a b.mp4',
      '   INS/va1.56.02.02',
      '    https://example.fr/r/1',
      '    javascript:alert(1)',
      '    n° 12',
      ' SSI/GEN.06',
    ]);
    assert.ok(lines.includes(' DRIMbox'));
  });

  it('are after an edit what they are afresh; those of other pages stay as they are', async () => {
    const entry = (index: number) =>
      `  X/${index}:\n    scenarios:\n      X.${index}:\n        preuves: { P: [{ fichier: preuves/${index}.png }] }\n`;
    const entries = Array.from({ length: 100 }, (_, index) => entry(index)).join('');
    const { view } = await viewAt(manifest(`exigences:\n${entries}scenarios:\n${entry(200)}`));
    const before = documentSymbols(view);
    const symbolsOf = (text: string, parsed = parseManifest(text)) =>
      documentSymbols({ ...view, parsed, document: TextDocument.create(mainUri, '', 2, text) });
    for (const [from, to] of [
      ['preuves/50.png', 'preuves/cinquante.png'],
      ['  X/50:\n', '  # un commentaire\n  X/50:\n'],
      [entry(50), ''],
    ] as const) {
      const text = view.parsed.text.replace(from, to);
      const start = view.parsed.text.indexOf(from);
      const parsed = parseManifest(text, view.parsed, { start, removed: from.length, inserted: to.length });
      const after = symbolsOf(text, parsed);
      assert.deepEqual(after, symbolsOf(text));
      const first = (symbols: typeof before) => symbols.find(({ name }) => name === 'exigences')?.children?.[0];
      assert.equal(first(after), first(before));
    }
  });

  it('hold their own name, as editors demand, also in half-typed text', async () => {
    for (const text of [manifest(body), 'exigences:\n  :\n  A:\n    scenarios:\n      ', 'a', '']) {
      const { view } = await viewAt(text);
      const check = (symbols: ReturnType<typeof documentSymbols>): void => {
        for (const { name, range, selectionRange, children } of symbols) {
          assert.notEqual(name, '');
          const at = (position: { line: number; character: number }) => view.document.offsetAt(position);
          assert.ok(at(range.start) <= at(selectionRange.start) && at(selectionRange.end) <= at(range.end), name);
          check(children ?? []);
        }
      };
      check(documentSymbols(view));
    }
  });
});

describe('document links', () => {
  it('lead to evidence, statements and reports, and never out of the folder', async () => {
    const { view } = await viewAt(manifest(body));
    assert.deepEqual(
      documentLinks(view).map(({ range, target }) => [view.document.getText(range), target]),
      [
        ['preuves/dmp.png', `${rootUri}/preuves/dmp.png`],
        ['preuves/a b.mp4', `${rootUri}/preuves/a%20b.mp4`],
        ['./d/../e.pdf', `${rootUri}/e.pdf`],
        ['https://example.fr/r/1', 'https://example.fr/r/1'],
      ],
    );
  });

  it('lead to the catalogue and to fragments named in full', async () => {
    const main = manifest('').replace(
      'depot_vise',
      'catalogue: rem/c.rem.yaml\n  fragments: [f/a.preuves.yaml, g/*.preuves.yaml]\n  depot_vise',
    );
    const { view } = await viewAt(main);
    assert.deepEqual(
      documentLinks(view).map(({ target }) => target),
      [`${rootUri}/rem/c.rem.yaml`, `${rootUri}/f/a.preuves.yaml`],
    );
  });
});

describe('definition', () => {
  const catalogueText =
    'dispositif: X\nexigences:\n  - id: INS/va1.56.02\n  - id: "INS/va1.56"\n    scenarios: [{ id: INS/va1.56.01, x: 1 }]\n';
  const catalogue = { uri: 'file:///c', text: catalogueText, places: cataloguePlaces(catalogueText) };
  const imported = async (marked: string, input?: ViewInput): Promise<{ view: FileView; offset: number }> => {
    const { view, offset } = await viewAt(marked, input);
    assert.ok(view.catalogue.kind === 'loaded');
    return { view: { ...view, catalogue: { ...view.catalogue, origin: { kind: 'file', uri: 'file:///c' } } }, offset };
  };
  const places = async (marked: string, input?: ViewInput) => {
    const { view, offset } = await imported(marked, input);
    return definition(view, offset, catalogue).map(
      ({ uri, range }) => `${uri}:${range.start.line}:${range.start.character}`,
    );
  };

  it('leads to the line of the id in the imported catalogue', async () => {
    assert.deepEqual(await places(manifest('exigences:\n  LGC.INS.‸01:\n')), ['file:///c:3:9']);
    const scenario = 'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.0‸1:\n';
    assert.deepEqual(await places(manifest(scenario)), ['file:///c:4:22']);
  });

  it('leads to the other entries about the same requirement, in this file and others', async () => {
    const main = manifest('exigences:\n  PSC.‸01:\n  SC.PSC.01:\n').replace(
      'depot_vise',
      'fragments: ["*.preuves.yaml"]\n  depot_vise',
    );
    const fragment = 'version: 1\nexigences:\n  PSC.01:\n';
    assert.deepEqual(await places(main, { files: { 'f.preuves.yaml': fragment } }), [
      `${mainUri}:14:2`,
      `${rootUri}/f.preuves.yaml:2:2`,
    ]);
  });

  it('has nothing to say of a built-in catalogue, nor of words', async () => {
    const { view, offset } = await viewAt(manifest('exigences:\n  PSC.‸01:\n'));
    assert.deepEqual(definition(view, offset, undefined), []);
    assert.deepEqual(await places(manifest('‸')), []);
  });

  it('takes no id for another that begins alike', () => {
    assert.equal(findId('- id: A.01.01\n- texte: A.01\n- id: A.01', 'A.01'), 34);
    assert.equal(findId('- id: A.01.01', 'A.01'), undefined);
    assert.equal(findId('- {id: "A.01", x: 1}', 'A.01'), 8);
  });
});
