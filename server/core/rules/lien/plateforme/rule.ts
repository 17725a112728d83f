import type { PlatformUse } from '../../../regimes/regime';
import type { Rule } from '../../rule';
import { unreachable } from '../../../evidence/reachable-host';
import { webAddress } from '../../../evidence/web-address';
import { asksFor } from '../../expected-type';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const gazelleLink = 'lien_permanent_gazelle';

export const rule: Rule = {
  meta: {
    id: 'lien/plateforme',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le lien n’est pas de la plateforme où les preuves de cette vague sont attendues.',
      en: 'The link is not on the platform where proofs of this wave are expected.',
    },
    why: {
      fr: 'Un rapport de la plateforme d’essais libres n’est pas une preuve : le test est à rejouer sur celle du référencement.',
      en: 'A report of the platform for free tests is no proof: the test has to be run again on that for referencing.',
    },
    avoid: '- lien: https://interop.esante.gouv.fr/evs/report.seam?oid=1.2.3',
    prefer: '- lien: https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.3',
    source: sources.platforms,
    messages: {
      freeTests: {
        fr: '{host} est la plateforme d’essais libres : rejouez le test sur celle des preuves ({expected}) et citez ce lien-là.',
        en: '{host} is the platform for free tests: run the test again on that for proofs ({expected}) and cite that link.',
      },
      waveOne: {
        fr: '{host} est la plateforme des preuves de vague 1, et le dispositif {dispositif} est de vague 2 : rejouez le test sur {expected}.',
        en: '{host} is the platform for proofs of wave 1, and dispositif {dispositif} is of wave 2: run the test again on {expected}.',
      },
      other: {
        fr: 'Un rapport de validation est attendu, et {host} n’est pas une plateforme que l’outil connaît : vérifiez le lien.',
        en: 'A validation report is expected, and {host} is no platform that the tool knows: check the link.',
      },
    },
  },
  evidence({ link }, report, context) {
    const asked = context.proof.proof;
    if (!link || !asked || (asked.types.length > 0 && !asksFor(gazelleLink, context.proof))) return;
    const host = webAddress(link.value)?.host;
    if (host === undefined) return;
    const platforms = context.facts.regimes.platformsOf(context.catalogue?.dispositif.id);
    const use = platforms.get(host);
    const more = { effect: 'review' as const, target: proofTarget(context.proof) };
    const wave = context.catalogue?.dispositif.wave;
    const expected = expectedHost(platforms, wave);
    // Of a regime whose platform for proofs is not known, nothing says where to run the test again.
    if (expected === undefined) return;
    if (use === 'free-tests') report(link.range, 'freeTests', { host, expected }, more);
    else if (use === 'wave-1' && wave !== undefined && wave > 1) {
      const dispositif = context.catalogue?.dispositif.id ?? '';
      report(link.range, 'waveOne', { host, dispositif, expected }, more);
    } else if (use === undefined && unreachable(host) === undefined && asksFor(gazelleLink, context.proof)) {
      report(link.range, 'other', { host }, { severity: 'info' });
    }
  },
};

/** Wave 1 had a platform of its own; where the wave is not known, that of today is named. */
function expectedHost(platforms: ReadonlyMap<string, PlatformUse>, wave: number | undefined): string | undefined {
  const wanted: PlatformUse = wave === 1 ? 'wave-1' : 'referencing';
  for (const [host, use] of platforms) if (use === wanted) return host;
  return undefined;
}
