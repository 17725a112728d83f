import type { SharedItem } from '../../../dossier/shared-evidence';
import { evidencePath } from '../../../manifest/facts';
import { shift } from '../../../text/offset-range';
import type { ReportIn, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/meme-contenu',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Deux pièces de noms différents sont le même fichier.',
      en: 'Two pieces of evidence with different names are the same file.',
    },
    why: {
      fr: 'Dans un même scénario, c’est souvent une capture copiée sous un autre nom : la seconde manque. Ailleurs, citer le même chemin évite qu’une copie change sans l’autre. L’outil compare les empreintes écrites.',
      en: 'Within a scenario it is often a screenshot copied under another name: the second one is missing. Elsewhere, citing the same path prevents one copy from changing without the other. The tool compares the digests as written.',
    },
    looked: {
      fr: 'Sont comparées les empreintes écrites dans le manifeste. Ne sont pas regardés : deux captures presque pareilles, le même film encodé autrement, ni les pièces sans empreinte.',
      en: 'What is compared: the digests written in the manifest. Not looked at: two screenshots that are nearly the same, the same film in another encoding, pieces without a digest.',
    },
    avoid:
      '- fichier: preuves/INS/avant.png\n  sha256: 9c…\n- fichier: preuves/INS/apres.png\n  sha256: 9c…   # le même',
    prefer: '- fichier: preuves/INS/avant.png\n  sha256: 9c…\n- fichier: preuves/INS/apres.png\n  sha256: 41…',
    source: sources.format,
    messages: {
      sameScenario: {
        fr: '« {path} » est le même fichier que « {other} », cité dans le même scénario : déposez la bonne pièce.',
        en: '“{path}” is the same file as “{other}”, cited in the same scenario: file the right evidence.',
      },
      elsewhere: {
        fr: '« {path} » est une copie de « {other} », déjà cité : citez le même chemin, et gardez un seul fichier.',
        en: '“{path}” is a copy of “{other}”, already cited: cite the same path, and keep one file.',
      },
      first: { fr: 'Cité ici.', en: 'Cited here.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('content')) reportCopies(group, report);
  },
};

/** Each path but the first, once. */
function reportCopies(group: readonly SharedItem[], report: ReportIn): void {
  const [first] = group;
  const firstPath = first && evidencePath(first.item);
  if (!firstPath) return;
  const seen = new Set([first.variant]);
  for (const copy of group) {
    const path = evidencePath(copy.item);
    if (!path || seen.has(copy.variant)) continue;
    seen.add(copy.variant);
    const near = group.find((one) => one.variant !== copy.variant && sameScenario(one, copy)) ?? first;
    const other = evidencePath(near.item) ?? firstPath;
    const related = [{ uri: near.uri, range: shift(other.range, near.base), message: 'first', args: {} }];
    const range = shift(path.range, copy.base);
    const args = { path: path.value, other: other.value };
    const target = proofTarget(copy.proof, path.value);
    if (sameScenario(near, copy)) {
      report(copy.uri, range, 'sameScenario', args, { effect: 'review', target, related });
    } else report(copy.uri, range, 'elsewhere', args, { severity: 'info', target, related });
  }
}

function sameScenario(a: SharedItem, b: SharedItem): boolean {
  return a.proof === b.proof || (a.proof.scenario !== undefined && a.proof.scenario === b.proof.scenario);
}
