import assert from 'node:assert/strict';
import { analyse, type KitInput } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { rules } from '../rules/registry';
import { firstSlot } from '../manifest/first-slot';
import { newManifest, newSplitManifest, stubCount } from './new-manifest';
import { readSubject } from './new-subject';
import { parseManifest } from '../manifest/parse-manifest';

describe('newManifest', () => {
  const text = newManifest({ catalogue: smallCatalogue, profiles: ['IAM'], locale: 'fr' });

  it('holds every applicable requirement that expects proofs, in the order of the REM', () => {
    const parsed = parseManifest(text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(
      parsed.requirements.map((entry) => entry.facts.id.value),
      ['INS/va1.56', 'PSC.01', 'SSI/GEN.06', 'SSI/GEN.07', 'SSI/IAM.83'],
    );
    assert.deepEqual(
      parsed.coreScenarios.map((entry) => entry.facts.id.value),
      ['SCN_DB/CO.01'],
    );
    assert.equal(stubCount(smallCatalogue, ['IAM']), 5);
  });

  it('shows the text of each requirement and what is expected as comments', () => {
    assert.match(text, /# Énoncé de INS\/va1\.56\n {2}INS\/va1\.56:/);
    assert.match(text, /# Attendu : Pièce attendue pour INS\/va1\.56\.02\.01/);
    assert.match(text, /# Attendu : CAS 1 : /);
  });

  it('reminds of the steps of each scenario, and of a long statement whole, wrapped', () => {
    assert.match(text, /# 1\. Dérouler INS\/va1\.56\.01\n {6}INS\/va1\.56\.01:/);
    assert.match(text, /# SCN_DB\/CO\.01\.01 Appel contextuel\n/);
    const requirements = smallCatalogue.requirements.map((one) => ({ ...one, text: 'Le système DOIT '.repeat(90) }));
    const long = newManifest({ catalogue: { ...smallCatalogue, requirements }, profiles: ['IAM'], locale: 'fr' });
    assert.match(long, /\n\n(?: {2}# [^\n]{40,110}\n)+ {2}INS\/va1\.56:/);
    assert.equal(long.match(/DOIT/g)?.length, 90 * requirements.filter(({ id }) => long.includes(`  ${id}:`)).length);
  });

  it('gives a scenario without proofs nothing to fill', () => {
    const coreScenarios = smallCatalogue.coreScenarios.map((one) => ({ ...one, proofs: [] }));
    const bare = newManifest({ catalogue: { ...smallCatalogue, coreScenarios }, profiles: [], locale: 'fr' });
    assert.match(bare, /\n {2}SCN_DB\/CO\.01:\n$/);
    assert.deepEqual(parseManifest(bare).problems, []);
  });

  it('has a place for who files what, which is asked for once and is wrong nowhere', async () => {
    const header = [
      'depot_vise',
      ...['denomination', 'siret', 'nie'],
      ...['nom', 'version', 'date_version', 'nil', 'reference_produit'],
    ];
    for (const locale of ['fr', 'en'] as const) {
      const main = newManifest({ catalogue: smallCatalogue, profiles: [], locale });
      for (const key of header) assert.match(main, new RegExp(`^  ${key}: # \\S`, 'm'));
      const { analysis } = await analyse(rules, { main });
      assert.deepEqual(
        analysis.findings
          .filter(({ rule, severity }) => severity === 'error' || rule.startsWith('manifeste/'))
          .map(({ rule }) => rule),
        ['manifeste/identite-manquante'],
      );
    }
    const filled = text
      .replace(/denomination:.*/, 'denomination: Éditeur Exemple')
      .replace(/siret:.*/, 'siret: "73282932000074"')
      .replace(/nom:.*/, 'nom: MonCabinet')
      .replace(/ version:.*/, ' version: 12.4.0')
      .replace(/reference_produit:.*/, 'reference_produit: REF-1');
    const { analysis } = await analyse(rules, { main: filled });
    assert.deepEqual(
      analysis.findings.filter(({ rule }) => rule.startsWith('manifeste/')),
      [],
    );
    assert.equal(analysis.dossier.main.parsed.software?.facts.productReference?.value, 'REF-1');
  });

  it('is a dossier in which everything is to provide and nothing is wrong', async () => {
    const { analysis } = await analyse([], { main: text });
    const counts = analysis.compliance()?.counts;
    assert.deepEqual(counts, { incomplete: 0, toReview: 0, toProvide: 8, provided: 0 });
  });

  it('holds nothing that ends a comment for some readers only', () => {
    const [first, ...others] = smallCatalogue.requirements;
    const said = {
      ...smallCatalogue,
      requirements: first ? [{ ...first, text: 'Un\u2028deux\u0085\u0007trois' }, ...others] : [],
    };
    const made = newManifest({ catalogue: said, profiles: [], locale: 'fr' });
    assert.match(made, /# Un deux trois\n/);
  });
});

describe('newSplitManifest', () => {
  const wanted = { catalogue: smallCatalogue, profiles: ['IAM'], locale: 'fr' } as const;

  it('holds the same in one file for each chapter', async () => {
    const { main, fragments } = newSplitManifest(wanted, 'exigences');
    assert.deepEqual(
      fragments.map(({ path }) => path),
      [
        'exigences/01-identite-nationale-de-sante.preuves.yaml',
        'exigences/02-pro-sante-connect.preuves.yaml',
        'exigences/03-securite-du-systeme.preuves.yaml',
        'exigences/04-scenarios-coeur-de-metier.preuves.yaml',
      ],
    );
    const found = async (input: KitInput) => {
      const { analysis } = await analyse(rules, input);
      return {
        findings: analysis.findings.map(({ rule, severity, args }) => ({ rule, severity, args })),
        counts: analysis.compliance()?.counts,
      };
    };
    const files = Object.fromEntries(fragments.map(({ path, text }) => [path, text]));
    const whole = await found({ main: newManifest(wanted) });
    assert.ok(whole.findings.length > 5);
    assert.deepEqual(await found({ main, files }), whole);
  });

  it('names no files where there are none', () => {
    const empty = { ...smallCatalogue, requirements: [], coreScenarios: [] };
    const { main, fragments } = newSplitManifest({ ...wanted, catalogue: empty }, 'exigences');
    assert.deepEqual(fragments, []);
    assert.doesNotMatch(main, /fragments/);
  });

  it('gives chapters of one plain name a file each', () => {
    const requirements = smallCatalogue.requirements.map((one, index) => ({
      ...one,
      chapter: index % 2 ? '電子' : '!',
    }));
    const twins = { ...smallCatalogue, requirements, chapters: [] };
    const { fragments } = newSplitManifest({ ...wanted, catalogue: twins }, 'e');
    assert.deepEqual(
      fragments.map(({ path }) => path),
      ['e/01.preuves.yaml', 'e/02.preuves.yaml', 'e/03-scenarios-coeur-de-metier.preuves.yaml'],
    );
  });
});

describe('what is known of the subject', () => {
  it('is written as every reader takes it, and the rest stays to be filled in', () => {
    const subject = { siret: '73282932000074', version: '1.10', software: 'Cabinet: le vrai #1', vendor: '' };
    const made = newManifest({
      catalogue: smallCatalogue,
      profiles: [],
      locale: 'fr',
      subject: readSubject(subject).subject,
    });
    const { software, vendor } = parseManifest(made);
    assert.equal(vendor?.facts.siret?.value, '73282932000074');
    assert.equal(software?.facts.version?.value, '1.10');
    assert.equal(software.facts.name?.value, 'Cabinet: le vrai #1');
    assert.match(made, /\n {2}denomination: # /);
  });

  it('is read without what people type around it, and is told what is wrong', () => {
    const { subject, faults } = readSubject({ siret: ' 732 829 320 00074', versionDate: '2026-02-30', vendor: '  ' });
    assert.deepEqual(subject, { siret: '73282932000074', versionDate: '2026-02-30' });
    assert.deepEqual(faults, { versionDate: { kind: 'date', value: '2026-02-30' } });
    assert.equal(readSubject({ siret: '0'.repeat(14) }).faults.siret?.kind, 'siret');
  });
});

describe('the first place for evidence', () => {
  it('is in the empty list of the first proof', () => {
    const text = newManifest({ catalogue: smallCatalogue, profiles: [], locale: 'fr' });
    const at = firstSlot(text) ?? 0;
    assert.equal(
      text
        .slice(0, at + 1)
        .split('\n')
        .at(-1),
      '          INS/va1.56.01.01: []',
    );
    const [, , third] = newSplitManifest({ catalogue: smallCatalogue, profiles: [], locale: 'fr' }, 'e').fragments;
    assert.ok(firstSlot(third?.text ?? ''));
    assert.equal(firstSlot('version: 1\n'), undefined);
  });
});
