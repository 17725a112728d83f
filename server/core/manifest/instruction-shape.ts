import { dict, filed, filedRequired, list, map, scalar, type KeyShape, type Shape } from './shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });

const date = scalar('date');
const text = scalar('text');

/** What ANS says of a chapter. Only these words are established; see domain facts on instruction. */
export const chapterStates = ['soumis', 'validé', 'modification demandée'] as const;

/** What ANS concluded about one proof. */
const proofOpinions = ['validé', 'modification demandée'] as const;

const received = filedRequired(
  date,
  'Date de la réponse ou du dépôt (AAAA-MM-JJ).',
  'Date of the answer or filing (YYYY-MM-DD).',
);
const saidByAns = filed(text, 'Ce que l’ANS a écrit.', 'What ANS wrote.');
const answeredOn = filed(
  date,
  'Date à laquelle la réponse a été déposée. Sans elle, la demande reste ouverte.',
  'Date on which the answer was filed. Without it the request stays open.',
);
const internalNote = key(
  text,
  "Note pour l'équipe. Ne part jamais dans un dépôt ni dans un rapport pour l'ANS.",
  'Note for the team. Never leaves in a package or in a report for ANS.',
);

/** What happened to a chapter, oldest first. */
export const chapterHistory = filed(
  list(
    map('étape de l’instruction', {
      le: received,
      statut: filedRequired(
        scalar('text', { allowed: chapterStates }),
        'Le statut à cette date.',
        'The status on that date.',
      ),
      commentaire: saidByAns,
      preuve: filed(
        text,
        'La preuve dont parle la demande, si elle en nomme une.',
        'The proof the request is about, if any.',
      ),
      repondu_le: answeredOn,
      note_interne: internalNote,
    }),
  ),
  'Ce que l’ANS a répondu et ce qui a été déposé, du plus ancien au plus récent.',
  'What ANS answered and what was filed, oldest first.',
);

/** What ANS said of the proofs of a scenario, oldest first. */
export const proofInstruction = filed(
  dict(
    'proof',
    list(
      map('avis', {
        le: received,
        avis: filedRequired(scalar('text', { allowed: proofOpinions }), 'L’avis de l’ANS.', 'The opinion of ANS.'),
        commentaire: saidByAns,
        repondu_le: answeredOn,
        note_interne: internalNote,
      }),
    ),
  ),
  'Ce que l’ANS a répondu, par preuve, du plus ancien au plus récent.',
  'What ANS answered, by proof, oldest first.',
  { fr: 'ce que l’ANS a dit de la preuve, et la réponse', en: 'what ANS said of the proof, and the answer' },
);
