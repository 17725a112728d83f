import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { attestationRequest, AttestationResult } from '../../../protocol/requests/attestation';
import { say, type Sentence } from '../../core/messages/say';
import { statementPath } from '../../host/attestation/attach-statement';
import { attestationSentences as texts } from '../../host/operations/attestation-sentences';
import { writeAttestation } from '../../host/operations/write-attestation';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const messages = {
  noPlace: {
    fr: 'Le manifeste n’a de place que pour une déclaration de non-applicabilité : choisissez où enregistrer ce document.',
    en: 'The manifest has a place for statements that something does not apply only: choose where to save this document.',
  },
  citeSigned: {
    fr: 'Citez ensuite l’exemplaire signé comme pièce de la preuve concernée.',
    en: 'Then cite the signed copy as evidence of the proof it is about.',
  },
  notDeclared: {
    fr: 'Le manifeste ne dit pas {id} non applicable : le document n’y sera pas cité. Pour qu’il le soit, écrivez d’abord « non_applicable: { justification: … } » sous {id}.',
    en: 'The manifest does not say that {id} does not apply: it will not name the document. For that, first write “non_applicable: { justification: … }” under {id}.',
  },
  cannotAttach: {
    fr: 'La déclaration ne peut pas être citée dans {path} sans risque (alias ou forme inhabituelle). Choisissez où l’enregistrer, puis citez-la à la main.',
    en: 'The statement cannot be named in {path} safely (alias or unusual form). Choose where to save it, then name it by hand.',
  },
} satisfies Record<string, Sentence>;

/** The editor shows the outcome and changes the manifest. */
export const answer: Answer<typeof attestationRequest> = async (params, context, cancellation) => {
  const { locale, session } = context;
  context.checkTrust();
  await session.ready();
  const analysis = await context.dossier(params.uri, cancellation);
  const { id, model, reread, target } = params;
  const root = fileURLToPath(analysis.dossier.rootUri);
  const suggestion = join(root, ...statementPath(id, model).split('/'));
  const ask = (reason: Sentence, path = ''): AttestationResult => ({
    kind: 'targetNeeded',
    reason: say(reason, locale, { id, path }),
    suggestion,
  });
  if (target === undefined && model !== 'non-applicable') return ask(messages.noPlace);
  const outcome = await inWords(target ?? suggestion, locale, () =>
    writeAttestation({
      analysis,
      id,
      model,
      reread,
      leaveManifest: true,
      cancellation,
      ...(target === undefined ? {} : { target: resolve(target) }),
    }),
  );
  switch (outcome.kind) {
    case 'written': {
      const { path, change, lost } = outcome;
      const remarks = [say(texts.toSign, locale)];
      if (lost.length > 0) remarks.push(say(texts.lost, locale, { characters: lost.join(' ') }));
      if (model !== 'non-applicable') remarks.push(say(messages.citeSigned, locale));
      if (!change) return { kind: 'written', path, remarks };
      const { uri, before, edit } = change;
      const changes = [{ ...edit.range, text: edit.text }];
      return { kind: 'written', path, remarks, change: { uri, before, changes } };
    }
    case 'notDeclared':
      return ask(messages.notDeclared);
    case 'exists':
      return {
        kind: 'exists',
        path: outcome.path,
        message: say(texts.exists, locale, { path: basename(outcome.path) }),
      };
    case 'unknownId':
      throw refusal(texts.unknownId, locale, { id, hint: '' });
    case 'declaredAlready':
      throw refusal(texts.declaredAlready, locale, { id, declaration: outcome.declaration });
    case 'cannotAttach':
      return ask(messages.cannotAttach, basename(outcome.path));
    case 'outside':
      throw refusal(texts.outside, locale, { path: outcome.path });
  }
};
