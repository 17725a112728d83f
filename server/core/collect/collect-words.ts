import { say, type Locale, type Sentence } from '../messages/say';
import { listed } from '../text/listed';
import type { CollectFault } from './test-result';
import type { CollectNote, CollectedPiece } from './plan-collect';

const words = {
  piece: { fr: '{proof} ← {file} ({test})', en: '{proof} ← {file} ({test})' },
  replaced: {
    fr: '{proof} ← {file} ({test}), à la place de la précédente',
    en: '{proof} ← {file} ({test}), in place of the former one',
  },
  failed: {
    fr: '« {title} » a échoué : aucune pièce n’en est reprise.',
    en: '“{title}” failed: no piece of it comes in.',
  },
  failedNow: {
    fr: '« {title} » a échoué cette fois : la pièce d’une exécution précédente reste, et n’est plus confirmée.',
    en: '“{title}” failed this time: the piece of an earlier run stays, and is no longer confirmed.',
  },
  skipped: {
    fr: '« {title} » n’a pas été joué : aucune pièce n’en est reprise.',
    en: '“{title}” was not run: no piece of it comes in.',
  },
  unknown: {
    fr: '« {title} » ne dit pas s’il a réussi : aucune pièce n’en est reprise.',
    en: '“{title}” does not say whether it passed: no piece of it comes in.',
  },
  noSlot: {
    fr: '« {title} » nomme une preuve que ce dossier n’a pas. Vouliez-vous dire {near} ?',
    en: '“{title}” names a proof that this dossier has not. Did you mean {near}?',
  },
  noneNamed: {
    fr: 'Une pièce de « {title} » ne dit pas pour quelle preuve : mettez son identifiant dans le titre du test, une étiquette ou le nom du fichier.',
    en: 'A piece of “{title}” does not say for which proof: put its id in the title of the test, a tag or the name of the file.',
  },
  severalSlots: {
    fr: '« {title} » peut aller à plusieurs preuves ({ids}) : nommez la preuve elle-même, par exemple par l’étiquette « @preuve:ID ».',
    en: '“{title}” may go to several proofs ({ids}): name the proof itself, for example by the tag “@preuve:ID”.',
  },
  noAttachment: {
    fr: '« {title} » a réussi et n’a laissé aucune pièce : faites-lui joindre un film ou une capture.',
    en: '“{title}” passed and left no piece: have it attach a film or a screenshot.',
  },
  kept: {
    fr: '{path} a été relue ou complétée depuis : elle reste, la nouvelle pièce de « {title} » n’est pas reprise.',
    en: '{path} was reviewed or completed since: it stays, the new piece of “{title}” does not come in.',
  },
  moved: {
    fr: '« {title} » : la pièce d’une exécution précédente a été déplacée ou rattachée ailleurs ({path}) ; elle reste, la nouvelle n’est pas reprise.',
    en: '“{title}”: the piece of an earlier run was moved or filed elsewhere ({path}); it stays, the new one does not come in.',
  },
  changed: {
    fr: '{path} a été modifiée depuis sur le disque : elle reste, la nouvelle pièce de « {title} » n’est pas reprise.',
    en: '{path} was changed on disk since: it stays, the new piece of “{title}” does not come in.',
  },
} satisfies Record<string, Sentence>;

export function collectedLine({ slot, attachment, result, replaces }: CollectedPiece, locale: Locale): string {
  const args = { proof: slot.proof, file: attachment.fileName, test: result.title.join(' › ') };
  return say(replaces ? words.replaced : words.piece, locale, args);
}

/** Candidates that are named. */
const mostNamed = 6;

export function collectNoteLine(note: CollectNote, locale: Locale): string {
  const { title } = note;
  switch (note.kind) {
    case 'failed':
      return say(note.before ? words.failedNow : words.failed, locale, { title });
    case 'skipped':
    case 'unknown':
    case 'noAttachment':
      return say(words[note.kind], locale, { title });
    case 'noSlot':
      return note.near.length === 0
        ? say(words.noneNamed, locale, { title })
        : say(words.noSlot, locale, { title, near: note.near.join(', ') });
    case 'severalSlots':
      return say(words.severalSlots, locale, {
        title,
        ids: listed([...new Set(note.slots.map(({ proof }) => proof))], mostNamed, locale),
      });
    case 'kept':
    case 'moved':
    case 'changed':
      return say(words[note.kind], locale, { title, path: note.path });
  }
}

const faultWords = {
  notReport: {
    fr: '« {path} » n’est pas un rapport de tests connu (JUnit, Playwright, Cucumber, Mocha, Newman, Inferno, Gazelle…).',
    en: '“{path}” is no report of tests that is known (JUnit, Playwright, Cucumber, Mocha, Newman, Inferno, Gazelle…).',
  },
  outside: {
    fr: '« {path} », que le rapport cite, n’est ni dans le répertoire du rapport ni dans ceux que vous donnez : non reprise. Donnez aussi son répertoire à la commande si elle doit l’être.',
    en: '“{path}”, which the report cites, is neither in the folder of the report nor in those that you give: not taken. Give its folder to the command as well if it should be.',
  },
  empty: {
    fr: '« {path} », que le rapport cite, est vide ou mal codée : non reprise.',
    en: '“{path}”, which the report cites, is empty or badly encoded: not taken.',
  },
  unreadable: { fr: '« {path} » ne peut pas être lu.', en: '“{path}” cannot be read.' },
  missing: {
    fr: '« {path} », que le rapport cite, n’est pas là : gardez les pièces jointes avec le rapport.',
    en: '“{path}”, which the report cites, is not there: keep the attachments with the report.',
  },
  ledger: {
    fr: '« {path} » ne se lit plus (un conflit de fusion ?) : rien n’est collecté. Réparez-le ; si vous le supprimez, les pièces déjà collectées comptent comme mises à la main.',
    en: '“{path}” cannot be read any more (a merge conflict?): nothing is collected. Mend it; if you delete it, the pieces that were collected count as put by hand.',
  },
} satisfies Record<CollectFault['kind'], Sentence>;

/** A report or an attachment that could not be read. */
export function collectFaultLine({ path, kind }: CollectFault, locale: Locale): string {
  return say(faultWords[kind], locale, { path });
}
