import { shift } from '../../../text/offset-range';
import { isLost } from '../../../manifest/lost-section';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { approvedByComponent } from '../approved-by-component';
import { teleservicesIn } from '../teleservice';
import { expectedApprovals } from './expected-approvals';

export const rule: Rule = {
  meta: {
    id: 'agrement/absent',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une homologation CNDA attendue n’est pas dans le dossier.',
      en: 'An expected CNDA approval is not in the dossier.',
    },
    why: {
      fr: 'Le référencement attend toutes les homologations, et le CNDA prend de six à dix semaines. Une homologation déduite, qu’aucune source lue n’énonce pour ce dispositif, ne fait qu’une information.',
      en: 'Referencing waits for all approvals, and the CNDA takes six to ten weeks. An approval that was concluded, which no source that was read states for this dispositif, only informs.',
    },
    avoid: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    prefer:
      'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }\n  - { teleservice: INSi, statut: Pré-examen, piece: preuves/cnda/insi.png }',
    source: sources.cnda,
    messages: {
      stated: {
        fr: 'Homologation attendue pour {dispositif} et absente de « agrements » : {teleservices}. Ajoutez-la avec son statut, ou déclarez le composant tiers homologué avec son NIL (« administratif.composants_tiers »), ou la dispense avec sa pièce (« dispense »).',
        en: 'Approval expected for {dispositif} and missing from “agrements”: {teleservices}. Add it with its status, or declare the approved third-party component with its NIL (“administratif.composants_tiers”), or the exemption with its document (“dispense”).',
      },
      inferred: {
        fr: 'Homologation sans doute attendue pour {dispositif} et absente de « agrements » : {teleservices}. Vérifiez dans le DSR (§ 4.3).',
        en: 'Approval probably expected for {dispositif} and missing from “agrements”: {teleservices}. Check in the DSR (§ 4.3).',
      },
    },
  },
  dossier({ main }, report, { catalogue }) {
    const head = main.parsed.dossier;
    if (!catalogue || !head) return;
    const expected = expectedApprovals(catalogue.dispositif);
    if (expected.length === 0 || isLost('agrements', main.parsed)) return;
    const written = new Set(
      main.parsed.approvals.flatMap(({ facts }) => teleservicesIn(facts.teleservice?.value ?? '')),
    );
    const byComponent = approvedByComponent(main.parsed);
    const range =
      main.parsed.keys.find(({ value }) => value === 'agrements')?.range ?? shift(head.facts.key, head.base);
    for (const stated of [true, false]) {
      const missing = expected.filter(
        (one) => one.stated === stated && !written.has(one.teleservice) && !byComponent(one.teleservice),
      );
      if (missing.length === 0) continue;
      const teleservices = missing.map(({ teleservice }) => teleservice).join(', ');
      const args = { dispositif: catalogue.dispositif.id, teleservices };
      if (stated) report(main.uri, range, 'stated', args);
      else report(main.uri, range, 'inferred', args, { severity: 'info' });
    }
  },
};
