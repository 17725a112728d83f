import { didYouMean } from '../../../fixes/replace';
import { generalProfile } from '../../../status/applicability';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggest } from '../../suggestions';

export const rule: Rule = {
  meta: {
    id: 'profil/inconnu',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'Aucune exigence du REM n’a ce profil.', en: 'No requirement of the REM has this profile.' },
    why: {
      fr: 'Les exigences du profil visé ne seraient pas demandées : elles manqueraient au dépôt.',
      en: 'The requirements of the intended profile would not be asked for: the filing would lack them.',
    },
    avoid: 'profils: [Equipement mobiles]',
    prefer: 'profils: [Equipements mobiles]',
    source: sources.rem,
    messages: {
      unknown: {
        fr: 'Le REM n’a aucune exigence de profil « {profile} ». Profils du REM : {profiles}.',
        en: 'The REM has no requirement of profile “{profile}”. Profiles of the REM: {profiles}.',
      },
      unknownClose: {
        fr: 'Le REM n’a aucune exigence de profil « {profile} ». Vouliez-vous dire « {closest} » ?',
        en: 'The REM has no requirement of profile “{profile}”. Did you mean “{closest}”?',
      },
      partial: {
        fr: 'Le catalogue intégré, partiel, n’a aucune exigence de profil « {profile} » : vérifiez-le dans le REM officiel, ou importez celui-ci.',
        en: 'The built-in catalogue, which is partial, has no requirement of profile “{profile}”: check it in the official REM, or import that.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    if (!head || catalogue.kind !== 'loaded' || catalogue.catalogue.profiles.length === 0) return;
    const { profiles, state } = catalogue.catalogue;
    const known = new Set(profiles).add(generalProfile);
    const written = new Set(head.facts.profiles.map(({ value }) => value));
    for (const { value: profile, range } of head.facts.profiles) {
      if (known.has(profile)) continue;
      const near = suggest(
        'unknown',
        profile,
        profiles.filter((one) => !written.has(one)),
      );
      const args = { profile, profiles: profiles.join(', '), ...near.args };
      const at = shift(range, head.base);
      // A partial catalogue may well lack a profile: without a near one, nothing says that this one is wrong.
      if (state === 'complet' || near.more.data) report(main.uri, at, near.message, args, near.more);
      else report(main.uri, at, 'partial', { profile }, { severity: 'info' });
    }
  },
  fixes: didYouMean,
};
