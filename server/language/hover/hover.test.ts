import assert from 'node:assert/strict';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { file, manifest } from '../../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../../test/kit/small-catalogue';
import { viewAt, type ViewInput } from '../../../test/kit/view-kit';
import { hover } from './hover';

async function shown(marked: string, input: ViewInput = {}): Promise<string> {
  const { view, offset } = await viewAt(marked, input);
  const contents = hover(view, offset)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
const proof = (body: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.02:
            - ${body}`);

describe('hover', () => {
  it('says what a requirement asks, whom it concerns, and how it is known', async () => {
    const text = await shown(manifest('exigences:\n  INS/va1‸.56:\n'));
    assert.match(text, /\*\*INS\/va1\.56\*\* · Exigence/);
    assert.match(text, /Énoncé de INS\/va1\.56/);
    assert.match(text, /\*\*Profils\*\* : Général/);
    assert.match(text, /\*\*Chapitre\*\* : Identité nationale de santé/);
    assert.match(text, /`SC\.INS\/va1\.56`, `LGC\.INS\.01`/);
    assert.match(text, /reconstruction de travail, pas le REM officiel.* · lu dans le document cité/);
  });

  it('answers to an alias, and says what is unknown', async () => {
    assert.match(await shown(manifest('exigences:\n  LGC.INS.‸01:\n')), /\*\*INS\/va1\.56\*\*/);
    const unknown = await shown(manifest('exigences:\n  SC.DMP/UX‸.51:\n'), { locale: 'en' });
    assert.match(unknown, /Unknown nature/);
    assert.match(unknown, /\*\*Profiles\*\*: unknown/);
    assert.equal(await shown(manifest('exigences:\n  NO.SUCH‸:\n')), '');
  });

  it('names the core-business scenarios that cover a requirement', async () => {
    assert.match(await shown(manifest('exigences:\n  CO.‸48:\n')), /`SCN_DB\/CO\.01`/);
    assert.match(await shown(manifest('scenarios:\n  SCN_DB/‸CO.01:\n')), /\*\*Couvre\*\* : `CO\.48`/);
  });

  it('says why no proof is owed of a requirement', async () => {
    const bare = requirement('A.01', []);
    const removed = requirement('A.02', [], { nature: 'SUPPRIMEE' });
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, bare, removed] };
    const of = (id: string, input: ViewInput = {}) =>
      shown(manifest(`exigences:\n  ${id.slice(0, 1)}‸${id.slice(1)}:\n`), { catalogue, ...input });
    assert.match(await of('CO.48'), /\*\*Couverte\*\* par `SCN_DB\/CO\.01`, sans preuve/);
    assert.match(await of('A.01'), /\*\*Exigée, sans preuve attendue par le REM\*\*/);
    assert.match(await of('A.01', { locale: 'en' }), /\*\*Required, no proof expected by the REM\*\*/);
    assert.match(await of('A.02'), /\*\*Non applicable\*\* : le REM/);
    assert.match(await of('SC.DMP/UX.51'), /\*\*Inconnue\*\*/);
    assert.match(await of('SSI/IAM.83'), /\*\*Non applicable\*\* : le dossier/);
    assert.match(await of('INS/va1.30'), /\*\*Sans preuve attendue\*\*/);
    assert.doesNotMatch(await of('INS/va1.56'), /Couverte|Exigée|Inconnue|Non applicable/);
    assert.match(await of('INS/va1.56', { catalogue: null }), /inconnue[^]*Dispositif « MDV-LGC-Va2 » inconnu/);
  });

  it('says what a scenario and a proof expect', async () => {
    const scenario = await shown(proof('lien: x').replace('INS/va1.56.02:', 'INS/va1.56‸.02:'));
    assert.match(scenario, /1\. Dérouler INS\/va1\.56\.02/);
    assert.match(scenario, /- `INS\/va1\.56\.02\.02` Pièce attendue/);
    const expected = await shown(proof('lien: x').replace('INS/va1.56.02.02:', 'INS/va1.56.02‸.02:'));
    assert.match(expected, /Lien permanent d'un rapport de validation/);
    assert.match(expected, /`CI-SIS-HL7V2-Cons_identite_INS`/);
  });

  it('says what an evidence file is, and whether it is intact', async () => {
    const evidence: Record<string, EvidenceFile> = {
      'a.png': file({ size: 1536, detected: { extension: 'png', mime: 'image/png' } }),
      'b.png': { state: 'absent' },
    };
    const pinned = (digest: string) => shown(proof(`fichier: a‸.png\n              sha256: ${digest}\n`), { evidence });
    assert.match(await pinned('A'.repeat(64)), /1,5 Kio[^]*png \(image\/png\)[^]*conforme/);
    assert.match(await pinned('b'.repeat(64)), /pièce modifiée/);
    assert.match(await shown(proof('fichier: a‸.png\n'), { evidence }), /SHA-256.*aaaa/);
    assert.match(await shown(proof('fichier: b‸.png\n'), { evidence }), /n’existe pas/);
    assert.match(await shown(proof('fichier: c‸.png\n'), { evidence }), /pas encore examinée/);
    assert.match(await shown(proof('fichier: ../c‸.png\n'), { evidence }), /pas encore examinée/);
  });

  it('shows a piece that is a picture, where the editor draws pictures', async () => {
    const png = file({ detected: { extension: 'png', mime: 'image/png' } });
    const evidence = { 'a (1) é.png': png, 'b.pdf': file({ detected: { extension: 'pdf', mime: 'application/pdf' } }) };
    const at = async (path: string, pictures: boolean) => {
      const { view, offset } = await viewAt(proof(`fichier: ${path}\n`), { evidence });
      return JSON.stringify(hover(view, offset, { pictures })?.contents);
    };
    assert.ok((await at('a (1‸) é.png', true)).includes('![](file:///dossier/a%20%281%29%20%C3%A9.png|width=320)'));
    assert.doesNotMatch(await at('a (1‸) é.png', false), /!\[/);
    assert.doesNotMatch(await at('b‸.pdf', true), /!\[/);
  });

  it('explains keys, dispositifs, profiles and the catalogue', async () => {
    assert.match(await shown('dossier:\n  depot‸_vise: 2026-01-01\n'), /Date de dépôt visée/);
    assert.match(await shown('dossier:\n  dispositif: MDV-LGC‸-Va2\n'), /Catalogue intégré : reconstruction partielle/);
    assert.match(await shown(manifest('').replace('BAL PER-ORG', 'BAL ‸PER-ORG')), /qui citent ce profil : 1\./);
    assert.equal(await shown(manifest('# rien d‸e spécial')), '');
  });

  it('shows catalogue text as it is, whatever it contains', async () => {
    const hostile = requirement('PSC.01', [], { text: '[click](command:x) <img src=x> *a* `b`' });
    const text = await shown(manifest('exigences:\n  PSC‸.01:\n'), {
      catalogue: { ...smallCatalogue, requirements: [hostile] },
    });
    assert.ok(text.includes('\\[click\\](command:x) \\<img src=x\\> \\*a\\* \\`b\\`'));
  });
});

describe('hover on keys', () => {
  it('says that the amounts of advance and balance are the whole part, and which states are known', async () => {
    const order = (request: string) =>
      manifest(`commandes:\n  - client: A\n    signee_le: 2026-10-05\n    ${request}\n`);
    for (const request of ['avance: { montant‸_ht: 1 }', 'solde: { montant‸_ttc: 1 }']) {
      assert.match(await shown(order(request)), /entière.*la même dans l’avance et dans le solde/);
      assert.match(await shown(order(request), { locale: 'en' }), /neither the 30 % nor the 70 %/i);
    }
    assert.match(await shown(order('avance: { et‸at: payée }')), /Décidée et payée/);
  });

  it('tells the product reference from the NIL', async () => {
    const text = await shown(manifest('').replace('version: 12.4.0', 'version: 12.4.0\n  reference_‸produit: R1'));
    assert.match(text, /X-MSS-NIL.*jamais le NIL/);
  });
});
