import type { ResolvedProof } from '../../../dossier/dossier';
import type { AuthorizationFacts } from '../../../evidence/find-authorizations';
import { evidencePath } from '../../../manifest/facts';
import { filesOfProof } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Hosts of Pro Santé Connect, for tests (BAS) and in production; others of ANS are not judged. */
const ofAns = /(?:^|\.)esante\.gouv\.fr$/;
const wanted = 'eidas1';

export const rule: Rule = {
  meta: {
    id: 'preuve/requete-psc',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les demandes d’authentification d’un journal ne sont pas celles que Pro Santé Connect attend.',
      en: 'The authentication requests in a log are not those that Pro Santé Connect expects.',
    },
    why: {
      fr: 'L’instructeur cherche dans la trace la demande faite à Pro Santé Connect, avec acr_values=eidas1 (EX PSC 16). Sont lues les adresses de demande d’autorisation (response_type, client_id) et les valeurs acr_values des textes, pages, XML, messages et PDF cités pour une exigence du domaine Pro Santé Connect : une autre valeur que eidas1 est un avertissement, de même qu’une demande eidas faite à un serveur qui n’est pas sous esante.gouv.fr. Une demande à un autre serveur sans valeur eidas peut être celle d’un fournisseur d’identité intermédiaire : c’est une indication, comme l’absence de demande quand la preuve ne demande que des journaux d’authentification. Les images, films et archives ne sont pas lus.',
      en: 'The examiner looks in the trace for the request made to Pro Santé Connect, with acr_values=eidas1 (EX PSC 16). What is read are the addresses of authorization requests (response_type, client_id) and the values of acr_values in texts, pages, XML, messages and PDF cited for a requirement of the domain Pro Santé Connect: a value other than eidas1 is a warning, as is an eidas request made to a server that is not under esante.gouv.fr. A request to another server without an eidas value may be that of an identity provider in between: it is a hint, as is the absence of any request where the proof asks only for logs of an authentication. Pictures, films and archives are not read.',
    },
    avoid: 'GET https://idp.exemple.fr/auth?response_type=code&client_id=x&acr_values=eidas1',
    prefer: 'GET https://wallet.bas.psc.esante.gouv.fr/auth?response_type=code&client_id=x&acr_values=eidas1',
    source: {
      fr: 'REM du dispositif (EX PSC 16, acr_values) ; adresses de Pro Santé Connect relevées dans du code public.',
      en: 'REM of the dispositif (EX PSC 16, acr_values); addresses of Pro Santé Connect as found in public code.',
    },
    messages: {
      acr: {
        fr: 'Les demandes d’authentification de cette preuve portent acr_values={found}, et Pro Santé Connect attend eidas1 : corrigez la demande, et citez la nouvelle trace.',
        en: 'The authentication requests of this proof bear acr_values={found}, and Pro Santé Connect expects eidas1: correct the request, and cite the new trace.',
      },
      without: {
        fr: 'Les demandes faites à Pro Santé Connect dans cette preuve ne portent pas acr_values=eidas1 : vérifiez l’extrait.',
        en: 'The requests made to Pro Santé Connect in this proof do not bear acr_values=eidas1: check the extract.',
      },
      host: {
        fr: 'Les demandes d’authentification de cette preuve sont faites à {found}, qui n’est pas un serveur de Pro Santé Connect : citez la trace de la demande qui lui est faite.',
        en: 'The authentication requests of this proof are made to {found}, which is no server of Pro Santé Connect: cite the trace of the request made to it.',
      },
      none: {
        fr: 'Aucun journal cité pour cette preuve ne montre de demande d’authentification à Pro Santé Connect : vérifiez l’extrait.',
        en: 'No log cited for this proof shows an authentication request to Pro Santé Connect: check the extract.',
      },
    },
  },
  proof(resolved, report, context) {
    if (resolved.parent?.domain !== 'psc') return;
    const [first] = resolved.facts.evidence;
    const path = first && evidencePath(first);
    const files = filesOfProof(resolved, context);
    if (!path || !files || files.length === 0) return;
    const requests = files.flatMap(({ inspection }) => inspection.authorizations ?? []);
    const target = proofTarget(resolved, path.value);
    if (requests.length === 0) {
      const isRead = files.every(({ inspection }) => inspection.text !== undefined && inspection.partial !== true);
      if (isRead && asksForRequest(resolved)) report(path.range, 'none', {}, { severity: 'info', target });
      return;
    }
    const acrs = unique(requests.flatMap(({ acr }) => acr ?? []));
    const hosts = unique(requests.flatMap(({ host }) => host ?? []));
    const isOfAns = hosts.some((host) => ofAns.test(host));
    if (acrs.length > 0 && !acrs.some(isWanted))
      report(path.range, 'acr', { found: acrs.slice(0, 3).join(', ') }, { target, effect: 'review' });
    else if (isOfAns && acrs.length === 0) report(path.range, 'without', {}, { severity: 'info', target });
    if (hosts.length > 0 && !isOfAns) {
      const severity = requests.some(claimsPsc) ? {} : { severity: 'info' as const };
      report(path.range, 'host', { found: hosts.slice(0, 3).join(', ') }, { ...severity, target });
    }
  },
};

function isWanted(acr: string): boolean {
  return acr.toLowerCase() === wanted;
}

/** A request that says of itself that it is meant for Pro Santé Connect. */
function claimsPsc({ host, acr = '' }: AuthorizationFacts): boolean {
  return host !== undefined && /^eidas/i.test(acr);
}

function asksForRequest(proof: ResolvedProof): boolean {
  const texts = [proof.proof?.expected, proof.scenario?.text, ...(proof.scenario?.steps.map(({ text }) => text) ?? [])];
  return (
    asksOnlyFor(journals, proof) && texts.some((text) => /acr|eidas|authentifi|authoriz|autorisation/i.test(text ?? ''))
  );
}

const journals: ReadonlySet<string> = new Set(['log']);

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
