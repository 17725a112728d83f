import assert from 'node:assert/strict';
import { head, markedProblems as problems, piece } from '../../../test/kit/manifest-text';
import type { Located, OffsetRange } from '../text/offset-range';
import type { EvidenceItem } from './facts';
import { parseManifest, type ParsedManifest } from './parse-manifest';

/** Every evidence item of the file with the offset that its ranges are relative to. */
function evidence(parsed: ParsedManifest): { readonly base: number; readonly item: EvidenceItem }[] {
  const scenarios = [
    ...parsed.requirements.flatMap(({ base, facts }) => facts.scenarios.map((scenario) => ({ base, scenario }))),
    ...parsed.coreScenarios.map(({ base, facts }) => ({ base, scenario: facts })),
  ];
  return scenarios.flatMap(({ base, scenario }) =>
    scenario.proofs.flatMap((proof) => proof.evidence.map((item) => ({ base, item }))),
  );
}

function at({ text }: ParsedManifest, base: number, range: OffsetRange | undefined): string | undefined {
  return range && text.slice(base + range.start, base + range.end);
}

function value(located: Located<string> | undefined): string | undefined {
  return located?.value;
}

describe('parseManifest', () => {
  describe('facts', () => {
    it('gives each fact the exact place of its text', () => {
      const text = `${head}exigences:
  # before
  INS/va1.56:
    empreinte: 3f9a1c20
    scenarios:
      "INS/va1.56.02":
        preuves:
          INS/va1.56.02.01:
            - fichier: 'preuves/l''écran.mp4'   # after
              revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }
            - lien: https://exemple.test/
  SSI/GEN.06:
    non_applicable:
      justification: Rien
scenarios:
  SCN_DB/CO.01: { commentaire: ici }
`;
      const parsed = parseManifest(text);
      assert.deepEqual(parsed.problems, []);
      const [ins, ssi] = parsed.requirements;
      assert.equal(at(parsed, ins!.base, ins!.facts.id.range), 'INS/va1.56');
      assert.equal(at(parsed, ins!.base, ins!.facts.fingerprint?.range), '3f9a1c20');
      assert.equal(at(parsed, ins!.base, ins!.facts.scenarios[0]!.id.range), '"INS/va1.56.02"');
      assert.equal(ins!.facts.scenarios[0]!.id.value, 'INS/va1.56.02');
      assert.ok(at(parsed, ins!.base, ins!.facts.range)?.startsWith('INS/va1.56:\n'));
      const [first, second] = evidence(parsed);
      assert.equal(first!.item.file?.value, "preuves/l'écran.mp4");
      assert.equal(at(parsed, first!.base, first!.item.file.range), "'preuves/l''écran.mp4'");
      assert.equal(at(parsed, first!.base, first!.item.review?.by?.range), 'A. Martin');
      assert.equal(at(parsed, first!.base, first!.item.review?.opinion?.range), 'suffisante');
      assert.equal(at(parsed, second!.base, second!.item.link?.range), 'https://exemple.test/');
      assert.equal(at(parsed, ssi!.base, ssi!.facts.notApplicable?.key), 'non_applicable');
      assert.equal(at(parsed, ssi!.base, ssi!.facts.notApplicable?.justification?.range), 'Rien');
      const core = parsed.coreScenarios[0]!;
      assert.equal(at(parsed, core.base, core.facts.range), 'SCN_DB/CO.01: { commentaire: ici }');
      assert.deepEqual(
        parsed.keys.map((key) => text.slice(key.range.start, key.range.end)),
        ['version', 'dossier', 'exigences', 'scenarios'],
      );
    });

    it('takes scalars as they are written', () => {
      const parsed = parseManifest(`version: 1
dossier: { dispositif: MDV-LGC-Va2, profils: [true, 1e3] }
editeur: { siret: 00328293200007, nie: 0x1F }
logiciel: { version: 12.10, date_version: 2026-10-12 }
`);
      assert.deepEqual(parsed.problems, []);
      assert.equal(value(parsed.software?.facts.version), '12.10');
      assert.equal(value(parsed.software?.facts.versionDate), '2026-10-12');
      assert.equal(value(parsed.vendor?.facts.siret), '00328293200007');
      assert.equal(value(parsed.vendor?.facts.nie), '0x1F');
      assert.deepEqual(parsed.dossier?.facts.profiles.map(value), ['true', '1e3']);
    });

    it('reads the sections that stand once', () => {
      const parsed = parseManifest(`${head}agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: a.png, date: 2026-10-20 }
chapitres:
  Identité: { statut: soumis, le: 2026-11-10 }
commandes:
  - client: Cabinet Exemple
    signee_le: 2026-09-01
`);
      assert.deepEqual(parsed.problems, []);
      assert.equal(value(parsed.approvals[0]?.facts.state), 'Pré-examen');
      assert.equal(value(parsed.chapters[0]?.facts.name), 'Identité');
      assert.equal(value(parsed.chapters[0]?.facts.state), 'soumis');
      assert.equal(value(parsed.orders[0]?.facts.signedOn), '2026-09-01');
    });

    it('takes a file for a main manifest as soon as one key says so', () => {
      assert.equal(parseManifest('version: 1\nexigences:\n').role, 'fragment');
      assert.equal(parseManifest('version: 1\nlogiciel:\n').role, 'main');
      assert.deepEqual(problems(parseManifest('version: 1\nlogiciel:\n')), ['missingKey "version"']);
    });
  });

  describe('writings', () => {
    const plain = parseManifest(piece('fichier: a.png', 'version: 12.4.0'));
    const same = (text: string) => {
      const parsed = parseManifest(text);
      assert.deepEqual(parsed.problems, []);
      const [found] = evidence(parsed);
      assert.equal(found?.item.file?.value, 'a.png');
      assert.equal(at(parsed, found.base, found.item.file.range), 'a.png');
      assert.equal(parsed.requirements[0]?.facts.scenarios[0]?.proofs[0]?.id.value, 'PSC.01.01.01');
    };

    it('reads Windows line ends, a byte order mark, a document marker and indented text alike', () => {
      same(plain.text.replaceAll('\n', '\r\n'));
      same(`\ufeff${plain.text}`);
      same(`\ufeff# first\n${plain.text}`);
      same(`---\n${plain.text}`);
      same(`%YAML 1.2\n---\n${plain.text}`);
      same(plain.text.replace(/^/gm, '  '));
    });

    it('reads flow style, on one line or on several', () => {
      same(
        '{version: 1, exigences: {PSC.01: {scenarios: {PSC.01.01: {preuves: {PSC.01.01.01: [{fichier: a.png}]}}}}}}',
      );
      const value = '{scenarios: {PSC.01.01: {preuves: {PSC.01.01.01: [\n    {fichier: a.png}\n    ]}}}\n  }';
      same(`version: 1\nexigences:\n  PSC.01: ${value}\n  PSC.02: {}\n`);
      same(`version: 1\nexigences: {\n  PSC.01: ${value}\n}\nscenarios: {}\n`);
    });

    it('reads explicit keys', () => {
      const text = 'version: 1\nexigences:\n  ? PSC.01\n  : commentaire: ici\n  PSC.02:\n';
      const parsed = parseManifest(text);
      assert.deepEqual(parsed.problems, []);
      assert.deepEqual(
        parsed.requirements.map(({ facts }) => facts.id.value),
        ['PSC.01', 'PSC.02'],
      );
      assert.equal(value(parsed.requirements[0]?.facts.comment), 'ici');
    });

    it('does not mistake text for entries', () => {
      const text = `version: 1
exigences:
  PSC.01:
    commentaire: |
      # not a comment

      PSC.99: not an entry
    note_interne: "first

      exigences: not a section"

# between entries
  # indented
  PSC.02:
`;
      const parsed = parseManifest(text);
      assert.deepEqual(
        parsed.problems.map(({ kind }) => kind),
        [],
      );
      assert.deepEqual(
        parsed.requirements.map(({ facts }) => facts.id.value),
        ['PSC.01', 'PSC.02'],
      );
      assert.equal(value(parsed.requirements[0]?.facts.internalNote), 'first\nexigences: not a section');
    });

    it('accepts what a stub leaves empty', () => {
      const parsed = parseManifest(`version: 1
dossier: { dispositif: X, catalogue: , profils: , depot_vise: ~ }
editeur:
logiciel: { nom: null }
agrements:
exigences:
  PSC.01:
  PSC.02:
    scenarios:
      PSC.02.01:
        preuves:
          PSC.02.01.01:
          PSC.02.01.02: []
          PSC.02.01.03: NULL
scenarios:
chapitres:
commandes:
`);
      assert.deepEqual(parsed.problems, []);
      assert.equal(parsed.requirements[1]?.facts.scenarios[0]?.proofs.length, 3);
    });
  });

  describe('aliases', () => {
    it('puts what an alias gives at the place of the alias', () => {
      const parsed = parseManifest(`version: 1
exigences:
  RUM.01:
    scenarios:
      RUM.01.01:
        preuves:
          RUM.01.01.01: [&passi { fichier: passi.pdf, date: 2026-02-31 }]
  RUM.02:
    scenarios: { RUM.02.01: { preuves: { RUM.02.01.01: [*passi] } } }
`);
      const [first, second] = evidence(parsed);
      assert.equal(at(parsed, first!.base, first!.item.file?.range), 'passi.pdf');
      assert.equal(second!.item.file?.value, 'passi.pdf');
      assert.equal(at(parsed, second!.base, second!.item.file.range), '*passi');
      assert.equal(at(parsed, second!.base, second!.item.range), '*passi');
      assert.deepEqual(problems(parsed), ['badFormat "2026-02-31"', 'badFormat "*passi"']);
    });

    it('takes the last anchor of that name before the alias', () => {
      const parsed = parseManifest('version: 1\ndossier:\n  dispositif: &a X\n  catalogue: &a Y\n  profils: [*a]\n');
      assert.deepEqual(parsed.problems, []);
      assert.deepEqual(parsed.dossier?.facts.profiles.map(value), ['Y']);
    });

    it('accepts an alias as a key', () => {
      const parsed = parseManifest('version: 1\nexigences:\n  PSC.01: { commentaire: &id PSC.02 }\n  *id : {}\n');
      assert.deepEqual(parsed.problems, []);
      assert.deepEqual(
        parsed.requirements.map(({ facts }) => facts.id.value),
        ['PSC.01', 'PSC.02'],
      );
    });

    it('reports an alias without anchor, and one that holds itself', () => {
      assert.deepEqual(problems(parseManifest('version: 1\nexigences: { PSC.01: *non }\n')), ['syntax "*non"']);
      const own = 'version: 1\nexigences:\n  PSC.01: &a\n    scenarios: *a\n';
      assert.deepEqual(
        parseManifest(own).problems.map(({ args }) => args['code']),
        ['RECURSIVE_ALIAS'],
      );
    });

    it('reads the entries one by one when stars stand in comments only', () => {
      const parsed = parseManifest('version: 1\nexigences:\n  # **PSC** &co\n  PSC.01:\n  PSC.02:\n');
      assert.deepEqual(
        [...parsed.blocks].map(({ kind }) => kind),
        ['section', 'head', 'entry', 'entry'],
      );
    });
  });
});
