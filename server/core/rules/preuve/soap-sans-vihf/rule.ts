import { filesOfProof, type CitedFile } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

const soapMessage = new Set(['message_soap_vihf']);

export const rule: Rule = {
  meta: {
    id: 'preuve/soap-sans-vihf',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un message SOAP avec VIHF est attendu, et aucun n’en a.',
      en: 'A SOAP message with VIHF is expected, and none has one.',
    },
    why: {
      fr: 'C’est l’assertion (VIHF) de l’en-tête que l’instructeur lit : sans elle, le message ne prouve rien.',
      en: 'It is the assertion (VIHF) of the header that the examiner reads: without it the message proves nothing.',
    },
    looked: {
      fr: 'Sont regardés les fichiers XML d’une preuve qui ne demande qu’un message SOAP : enveloppe, et assertion SAML dans l’en-tête. Ne sont pas regardés : le contenu de l’assertion, sa signature, les journaux, archives et captures.',
      en: 'What is looked at: the XML files of a proof that asks for nothing but a SOAP message: envelope, and SAML assertion in the header. Not looked at: what the assertion says, its signature, journals, archives and captures.',
    },
    avoid: '- fichier: preuves/dmp/td-air.xml   # la réponse, sans assertion',
    prefer: '- fichier: preuves/dmp/td-air.xml   # la requête, avec son assertion SAML',
    source: {
      fr: 'REM du dispositif : message SOAP avec VIHF. Contenu du fichier, lu localement.',
      en: 'REM of the dispositif: SOAP message with VIHF. Content of the file, read locally.',
    },
    messages: {
      noAssertion: {
        fr: 'Le message SOAP de « {path} » n’a pas d’assertion (VIHF) dans son en-tête : citez la requête, et non la réponse.',
        en: 'The SOAP message of “{path}” has no assertion (VIHF) in its header: cite the request, not the response.',
      },
      notSoap: {
        fr: '« {path} » est un XML de racine « {root} », pas un message SOAP : citez la requête, avec son enveloppe.',
        en: '“{path}” is XML with root “{root}”, no SOAP message: cite the request, with its envelope.',
      },
    },
  },
  proof(resolved, report, context) {
    if (!asksOnlyFor(soapMessage, resolved)) return;
    const files = filesOfProof(resolved, context) ?? [];
    const [first] = files;
    if (!first || !files.every(isWithoutAssertion)) return;
    const { value: path, range } = first.path;
    const more = { effect: 'incomplete' as const, target: proofTarget(resolved, path) };
    if (first.inspection.soap) report(range, 'noAssertion', { path }, more);
    else report(range, 'notSoap', { path, root: first.inspection.xml?.root?.name ?? '' }, more);
  },
};

/** Read to its end, and sure to hold none: of a journal, an archive or a capture nothing is concluded. */
function isWithoutAssertion({ inspection }: CitedFile): boolean {
  const { soap, xml, damage, partial } = inspection;
  if (damage || partial) return false;
  return soap ? !soap.assertion : xml?.root !== undefined;
}
