import type { Catalogue } from '../../../catalogue/catalogue';
import { generalProfile } from '../../../status/applicability';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'profil/inutile',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le REM connaît ce profil, mais n’en tire aucune exigence.',
      en: 'The REM knows this profile, but has no requirement for it.',
    },
    why: {
      fr: 'Déclarer ce profil ne change rien à ce qui est demandé : c’en est peut-être un autre qui est visé.',
      en: 'Declaring this profile changes nothing in what is asked for: another one may be meant.',
    },
    avoid: 'profils: [Centres de santé]   # aucune exigence de ce REM',
    prefer: 'profils: [BAL PER-ORG]',
    source: sources.rem,
    messages: {
      unused: {
        fr: 'Aucune exigence du REM n’est propre au profil « {profile} » : vérifiez que c’est bien celui du logiciel, ou retirez-le.',
        en: 'No requirement of the REM is for profile “{profile}”: check that it is the software’s, or remove it.',
      },
    },
  },
  dossier({ main }, report, { catalogue }) {
    const head = main.parsed.dossier;
    if (!head || !catalogue) return;
    for (const { value: profile, range } of head.facts.profiles) {
      if (profile === generalProfile || !catalogue.profiles.includes(profile)) continue;
      if (!usedProfiles(catalogue).has(profile)) report(main.uri, shift(range, head.base), 'unused', { profile });
    }
  },
};

const kept = new WeakMap<Catalogue, ReadonlySet<string>>();

function usedProfiles(catalogue: Catalogue): ReadonlySet<string> {
  let used = kept.get(catalogue);
  if (!used) {
    const { requirements, coreScenarios } = catalogue;
    kept.set(catalogue, (used = new Set([...requirements, ...coreScenarios].flatMap(({ profiles }) => profiles))));
  }
  return used;
}
