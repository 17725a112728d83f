import { webAddress, type WebAddress } from '../../../evidence/web-address';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'lien/forme',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le lien n’est pas un lien permanent sécurisé vers une seule chose.',
      en: 'The link is no secure permanent link to one thing.',
    },
    why: {
      fr: 'L’adresse d’une page d’accueil, d’une liste ou d’une session n’ouvre pas chez l’instructeur ce que vous voyez.',
      en: 'The address of a home page, a list or a session does not open at the examiner’s what you see.',
    },
    avoid: '- lien: https://interop.referencement.esante.gouv.fr/evs/home.seam',
    prefer:
      '- lien: https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519',
    source: sources.platforms,
    messages: {
      notSecure: {
        fr: 'Le lien n’est pas en « https » : copiez l’adresse sécurisée de la page.',
        en: 'The link is not “https”: copy the secure address of the page.',
      },
      home: {
        fr: 'Le lien mène à l’accueil de {host} : copiez le lien permanent du rapport ou du message.',
        en: 'The link leads to the home page of {host}: copy the permanent link of the report or message.',
      },
      list: {
        fr: 'Le lien mène à une page de recherche ou de saisie (« {page} »), pas à un résultat : copiez le lien permanent du rapport ou du message.',
        en: 'The link leads to a search or input page (“{page}”), not to a result: copy the permanent link of the report or message.',
      },
      noId: {
        fr: 'Le lien ne dit pas quel rapport ou message ouvrir (« {page} » sans identifiant) : copiez le lien permanent, numéro compris.',
        en: 'The link does not say which report or message to open (“{page}” without an id): copy the permanent link, number included.',
      },
      session: {
        fr: 'Le lien contient un numéro de session (« ;jsessionid ») : il ne s’ouvrira plus. Copiez le lien permanent.',
        en: 'The link holds a session number (“;jsessionid”): it will not open any more. Copy the permanent link.',
      },
    },
  },
  evidence({ link }, report, context) {
    const address = link && webAddress(link.value);
    if (!address) return;
    const known = context.facts.regimes.platforms.has(address.host);
    const more = () => ({ effect: 'incomplete' as const, target: proofTarget(context.proof) });
    const fault = faultOf(address, known);
    if (fault) report(link.range, fault.message, fault.args, more());
    else if (address.scheme === 'http' && known) report(link.range, 'notSecure', {}, more());
    else if (address.scheme === 'http') report(link.range, 'notSecure', {}, { severity: 'warning' });
  },
};

interface Fault {
  readonly message: 'home' | 'list' | 'noId' | 'session';
  readonly args: Readonly<Record<string, string>>;
}

/** Pages of the platforms on which nothing stands yet: a menu, a form to validate with, a list of tests. */
const pages: ReadonlyMap<string, Fault['message']> = new Map([
  ['home.seam', 'home'],
  ['validator.seam', 'list'],
  ['testslist.seam', 'list'],
]);

function faultOf({ host, path, query }: WebAddress, known: boolean): Fault | undefined {
  if (/;jsessionid=/i.test(path)) return { message: 'session', args: {} };
  const page = path.slice(path.lastIndexOf('/') + 1);
  const fault = pages.get(page.toLowerCase());
  if (fault) return { message: fault, args: { host, page } };
  if (!known) return undefined;
  if (isWithoutId(page, query)) return { message: 'noId', args: { host, page } };
  if (/^\/?$/.test(path)) return { message: 'home', args: { host, page: '/' } };
  return /\/rest\/validations\/?$/.test(path) ? { message: 'list', args: { host, page: 'validations' } } : undefined;
}

/** Pages that show one thing, by its number. */
const numberedPages = new Set(['messagedisplay.seam', 'viewtestpage.seam']);

/** Whether the number of what is shown is empty, or missing where the page is known to need one. */
function isWithoutId(page: string, query: string): boolean {
  const ids = query.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return /^(?:id|oid)$/i.test(name) ? [value.trim()] : [];
  });
  if (ids.length > 0)
    return ids.every((value) => /^(?:|null|undefined|\{.*|%7B.*|<.*|%3C.*|x+|…|\.\.\.)$/i.test(value));
  return numberedPages.has(page.toLowerCase());
}
