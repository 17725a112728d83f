import { unreachable } from '../../../evidence/reachable-host';
import { webAddress } from '../../../evidence/web-address';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'lien/inaccessible',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le lien mène à une adresse que l’instructeur ne peut pas atteindre.',
      en: 'The link leads to an address that the examiner cannot reach.',
    },
    why: {
      fr: 'Une adresse de votre poste ou de votre réseau ne s’ouvre que chez vous. L’outil n’ouvre aucun lien et n’interroge aucun serveur : il reconnaît « localhost », les adresses privées et les noms réservés aux réseaux internes (« .local », « .lan », un nom sans point…). Une adresse publique qui demande un compte n’est pas reconnue.',
      en: 'An address of your machine or network opens at your place only. The tool opens no link and asks no server: it knows “localhost”, private addresses and names reserved for inner networks (“.local”, “.lan”, a name without a dot…). A public address that asks for an account is not recognised.',
    },
    avoid: '- lien: https://192.168.1.20/PatientManager/messages/messageDisplay.seam?id=204519',
    prefer:
      '- lien: https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519',
    source: {
      fr: `${sources.format.fr} RFC 1918, 3927, 4193, 4291, 6598, 6761, 6762 et 8375.`,
      en: `${sources.format.en} RFC 1918, 3927, 4193, 4291, 6598, 6761, 6762 and 8375.`,
    },
    messages: {
      machine: {
        fr: '« {host} » est votre propre poste : citez une adresse que l’instructeur peut ouvrir, ou déposez un fichier.',
        en: '“{host}” is your own machine: cite an address that the examiner can open, or file a document.',
      },
      private: {
        fr: '« {host} » est une adresse de réseau privé : citez une adresse que l’instructeur peut ouvrir, ou déposez un fichier.',
        en: '“{host}” is an address of a private network: cite an address that the examiner can open, or file a document.',
      },
      name: {
        fr: '« {host} » est un nom de réseau interne, qu’aucun serveur public ne connaît : citez une adresse que l’instructeur peut ouvrir, ou déposez un fichier.',
        en: '“{host}” is a name of an inner network, which no public server knows: cite an address that the examiner can open, or file a document.',
      },
    },
  },
  evidence({ link }, report, context) {
    const address = link && webAddress(link.value);
    const reason = address && unreachable(address.host);
    if (!reason) return;
    const more = { effect: 'incomplete' as const, target: proofTarget(context.proof) };
    report(link.range, reason, { host: address.host }, more);
  },
};
