import type { SharedItem } from '../../../dossier/shared-evidence';
import { evidencePath } from '../../../manifest/facts';
import { shift } from '../../../text/offset-range';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const filmed: ReadonlySet<string> = new Set(['video', 'demonstration']);

export const rule: Rule = {
  meta: {
    id: 'preuve/film-par-modalite',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un même film est cité pour plusieurs modalités de Pro Santé Connect.',
      en: 'One film is cited for several modalities of Pro Santé Connect.',
    },
    why: {
      fr: 'Chaque modalité (web, navigateur externe, navigateur interne, CIBA) se prouve par son film : le même sous deux d’entre elles est souvent un copier-coller. C’est une indication, car un film peut en montrer deux ; un « titre » ou un « commentaire » qui le dit suffit. Sont comparés les chemins cités sous des scénarios dont un seul suffit, dans le domaine Pro Santé Connect ; les images des films ne sont pas regardées, et rien n’est dit d’une modalité sans preuve.',
      en: 'Each modality (web, external browser, internal browser, CIBA) is proved by its film: the same under two of them is often a copy left over. It is a hint, as one film may show two; a “titre” or “commentaire” that says so is enough. What is compared are the paths cited under scenarios one of which is enough, in the domain Pro Santé Connect; the pictures of films are not looked at, and nothing is said of a modality without proof.',
    },
    avoid: 'PSC.01.01.01: [{ fichier: preuves/psc.mp4 }]\nPSC.01.02.01: [{ fichier: preuves/psc.mp4 }]',
    prefer: 'PSC.01.01.01: [{ fichier: preuves/psc-web.mp4 }]\nPSC.01.02.01: [{ fichier: preuves/psc-ciba.mp4 }]',
    source: sources.rem,
    messages: {
      again: {
        fr: '« {path} » est déjà cité pour {first}, qui prouve une autre modalité : citez le film de celle-ci, ou dites dans « commentaire » où elle se voit.',
        en: '“{path}” is cited already for {first}, which proves another modality: cite the film of this one, or say in “commentaire” where it is seen.',
      },
      first: { fr: 'Cité ici.', en: 'Cited here.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('scenario')) {
      const found = group.filter(isModality);
      for (const [index, one] of found.entries()) {
        const first = found.slice(0, index).find((other) => isOtherModality(other, one));
        const [path, firstPath] = [evidencePath(one.item), first && evidencePath(first.item)];
        if (!first || !path || !firstPath || explains(one) || explains(first)) continue;
        const related = [{ uri: first.uri, range: shift(firstPath.range, first.base), message: 'first', args: {} }];
        const args = { path: path.value, first: first.proof.proof?.id ?? first.variant };
        report(one.uri, shift(path.range, one.base), 'again', args, {
          target: proofTarget(one.proof, path.value),
          related,
        });
      }
    }
  },
};

function isModality({ proof }: SharedItem): boolean {
  return proof.parent?.domain === 'psc' && proof.scenario?.mode === 'au_moins_un' && asksOnlyFor(filmed, proof);
}

function isOtherModality(one: SharedItem, other: SharedItem): boolean {
  return one.variant !== other.variant && one.proof.parent === other.proof.parent;
}

function explains({ item }: SharedItem): boolean {
  return [item.comment, item.title].some((text) => (text?.value.trim() ?? '') !== '');
}
