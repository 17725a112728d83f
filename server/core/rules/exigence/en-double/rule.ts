import type { Entry, ResolvedRequirement } from '../../../dossier/dossier';
import type { Related } from '../../../findings/finding';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/en-double',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La même exigence est écrite deux fois dans le dossier.',
      en: 'The same requirement is written twice in the dossier.',
    },
    why: {
      fr: 'Deux entrées pour une exigence finissent par se contredire, et l’on ne sait plus laquelle est déposée.',
      en: 'Two entries for one requirement end up contradicting each other, and nobody knows which one is filed.',
    },
    avoid: 'SSI/GEN.14: …\nSC.SSI/GEN.14: …   # la même, sous son identifiant du socle',
    prefer: 'SSI/GEN.14: …',
    source: sources.format,
    messages: {
      duplicate: {
        fr: 'L’exigence « {id} » est écrite deux fois dans ce dossier : réunissez ses scénarios sous une seule entrée.',
        en: 'Requirement “{id}” is written twice in this dossier: bring its scenarios together under one entry.',
      },
      first: { fr: 'Première entrée « {id} »', en: 'First entry “{id}”' },
    },
  },
  dossier(_dossier, report, { writtenEntries }) {
    for (const [first, ...others] of writtenEntries.repeatedRequirements()) {
      for (const { uri, base, value } of others) {
        const { value: id, range } = value.facts.id;
        const more = { target: requirementTarget(value), related: first ? [place(first)] : [] };
        report(uri, shift(range, base), 'duplicate', { id }, more);
      }
    }
  },
};

function place({ uri, base, value }: Entry<ResolvedRequirement>): Related {
  const { value: id, range } = value.facts.id;
  return { uri, range: shift(range, base), message: 'first', args: { id } };
}
