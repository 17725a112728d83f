import type { ResolvedProof } from '../../../dossier/dossier';
import { extensionOf } from '../../../evidence/file-extension';
import { pageExtensions } from '../../../evidence/page-extensions';
import { citedFile } from '../../cited-files';
import { asksForRefusal, proseOf } from '../../refusal-asked';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/page-d-erreur',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce est une page d’erreur ou de connexion, enregistrée à la place de ce qui était à montrer.',
      en: 'The piece is an error or login page, saved in place of what was to be shown.',
    },
    why: {
      fr: 'Un export dont la session est finie enregistre « 502 Bad Gateway » ou le formulaire de connexion. Sont regardés le titre, le premier intertitre et la longueur d’une page (.html, .htm, .xhtml, .php…), et les textes, JSON et XML qui ne sont que la réponse d’un serveur (« 404 page not found », `{"status":503,…}`, `Error/Code`). Une page courte dont le titre est une erreur fait un avertissement ; une page longue, une réponse en texte et une page de connexion, une indication. Rien n’est dit quand la preuve ou son scénario parle d’erreur, de refus, de rejet ou d’accès (et, d’une page de connexion, de connexion ou d’authentification). Ne sont pas regardés : les images, les PDF, les pages dans une archive ou un courriel ; une page d’erreur sous une autre extension est dite par preuve/contenu-inattendu.',
      en: 'An export whose session has ended saves “502 Bad Gateway” or the login form. What is looked at: title, first heading and length of a page (.html, .htm, .xhtml, .php…), and texts, JSON and XML that are nothing but the answer of a server (“404 page not found”, `{"status":503,…}`, `Error/Code`). A short page whose title is an error makes a warning; a long page, an answer as text and a login page, a hint. Nothing is said where the proof or its scenario speaks of an error, a refusal, a rejection or of access (and, of a login page, of login or authentication). Not looked at: pictures, PDF, pages inside an archive or a mail; an error page under another extension is told by preuve/contenu-inattendu.',
    },
    avoid: '- fichier: preuves/export.html   # titre : 502 Bad Gateway',
    prefer: '- fichier: preuves/export.html   # la page demandée, enregistrée dans une session ouverte',
    source: {
      fr: 'RFC 9110 (15.5, 15.6) : codes et mots des réponses en erreur ; RFC 9457 : réponses en JSON.',
      en: 'RFC 9110 (15.5, 15.6): codes and words of error responses; RFC 9457: responses in JSON.',
    },
    messages: {
      error: {
        fr: '« {path} » est une page d’erreur (« {title} ») : enregistrez de nouveau ce que la preuve doit montrer.',
        en: '“{path}” is an error page (“{title}”): save again what the proof has to show.',
      },
      maybe: {
        fr: '« {path} » a pour titre « {title} » : vérifiez que c’est bien la page que la preuve doit montrer.',
        en: '“{path}” is titled “{title}”: check that it is the page that the proof has to show.',
      },
      answer: {
        fr: '« {path} » ne contient que la réponse d’un serveur en erreur (« {title} ») : vérifiez que c’est bien ce que la preuve doit montrer.',
        en: '“{path}” holds nothing but the answer of a server that failed (“{title}”): check that it is what the proof has to show.',
      },
      login: {
        fr: '« {path} » est une page de connexion (« {title} ») : vérifiez que la session était ouverte à l’enregistrement.',
        en: '“{path}” is a login page (“{title}”): check that the session was open when it was saved.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const { webPage: page, errorAnswer: answer } = file?.inspection ?? {};
    if (!file || (!page && answer === undefined)) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const mayFail = asksForRefusal(context.proof) || speaks(context.proof, accessWords);
    if (answer !== undefined && !page) {
      if (!mayFail) report(range, 'answer', { path, title: answer }, { severity: 'info', target });
      return;
    }
    if (!page || !pageExtensions.has(extensionOf(path))) return;
    const args = { path, title: page.title };
    if (page.isError && !mayFail) {
      if (page.isBrief) report(range, 'error', args, { effect: 'review', target });
      else report(range, 'maybe', args, { severity: 'info', target });
    } else if (page.isLogin && page.isBrief && !speaks(context.proof, loginWords))
      report(range, 'login', args, { severity: 'info', target });
  },
};

const accessWords = /autoris|interdi|indisponib|habilit|droits? d|contr[ôo]le d.acc|acc[èe]s|non trouv|introuvable/i;
const loginWords =
  /conne[xc]|authentifi|identifi|mot de passe|session|login|acc[èe]s|pro sant[ée] connect|\bpsc\b|e-?cps/i;

function speaks(proof: ResolvedProof, words: RegExp): boolean {
  return proseOf(proof).some((text) => words.test(text));
}
