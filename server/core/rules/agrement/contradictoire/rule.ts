import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { countedApprovals } from '../counted-approvals';
import { teleservicesIn } from '../teleservice';

export const rule: Rule = {
  meta: {
    id: 'agrement/contradictoire',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Deux entrées sur la même homologation ne disent pas la même chose.',
      en: 'Two entries about the same approval do not say the same.',
    },
    why: {
      fr: 'Une entrée ancienne laissée à côté de la nouvelle fait croire la demande plus avancée qu’elle ne l’est. Seule la plus récente compte ; sans dates, chacune doit suffire pour déposer.',
      en: 'An old entry left beside the new one makes the request look further than it is. Only the latest counts; without dates, each has to be enough to file.',
    },
    avoid:
      'agrements:\n  - { teleservice: INSi, statut: Initialisation, piece: preuves/cnda/insi.png }\n  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi-2.png }',
    prefer: 'agrements:\n  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi-2.png }',
    source: sources.cnda,
    messages: {
      dated: {
        fr: 'Les entrées sur {teleservice} ne disent pas la même chose, et seule la plus récente compte. Retirez celle qui ne vaut plus.',
        en: 'The entries about {teleservice} do not say the same, and only the latest counts. Remove the one that no longer holds.',
      },
      undated: {
        fr: 'Les entrées sur {teleservice} ne disent pas la même chose, et rien ne dit laquelle est la plus récente : pour déposer, chacune doit suffire. Retirez celle qui ne vaut plus, ou datez-les (« date »).',
        en: 'The entries about {teleservice} do not say the same, and nothing says which is the latest: to file, each has to be enough. Remove the one that no longer holds, or date them (“date”).',
      },
      other: { fr: 'L’autre entrée.', en: 'The other entry.' },
    },
  },
  dossier({ main }, report) {
    const { approvals } = main.parsed;
    const services = new Set(approvals.flatMap(({ facts }) => teleservicesIn(facts.teleservice?.value ?? '')));
    for (const teleservice of services) {
      const written = approvals.filter(({ facts }) =>
        teleservicesIn(facts.teleservice?.value ?? '').includes(teleservice),
      );
      const { contradict, counted } = countedApprovals(written);
      if (!contradict) continue;
      const places = written.map(({ base, facts }) => ({
        uri: main.uri,
        range: shift((facts.teleservice ?? facts).range, base),
      }));
      const [first, ...others] = places.reverse();
      if (!first) continue;
      const related = others.map((place) => ({ ...place, message: 'other', args: {} }));
      const message = counted.length < written.length ? 'dated' : 'undated';
      report(main.uri, first.range, message, { teleservice }, { related });
    }
  },
};
