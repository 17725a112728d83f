import type { Block } from './statement-blocks';
import { draftNoticeStart, statementMark, toFill } from './statement-marks';

export const statementModels = ['non-applicable', 'engagement', 'honneur'] as const;
export type StatementModel = (typeof statementModels)[number];

/** What a statement is about, as manifest and catalogue say it; what is not known is left to be filled. */
export interface StatementFacts {
  readonly vendor?: string | undefined;
  readonly siret?: string | undefined;
  readonly nie?: string | undefined;
  readonly software?: string | undefined;
  readonly version?: string | undefined;
  readonly nil?: string | undefined;
  readonly dispositif?: string | undefined;
  readonly kind: 'requirement' | 'scenario';
  readonly id: string;
  readonly text?: string | undefined;
  /** Where the text comes from. */
  readonly reference: string;
  readonly justification?: string | undefined;
}

export interface Statement {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
}

/**
 * The words of a statement. In French: it is written for ANS. They are ours, not an official model, which was not found:
 * the document says so, and that it is to be read again before it is signed.
 * @param reread someone has read it again: the notice is left out, the footer still says where the words come from
 */
export function statementOf(model: StatementModel, facts: StatementFacts, reread: boolean): Statement {
  const title = titles[model];
  const notice: Block[] = reread ? [] : [{ kind: 'notice', text: draftNotice }];
  return {
    title,
    footer: `${facts.id} – modèle non officiel, ${statementMark}`,
    blocks: [
      { kind: 'title', text: title },
      ...notice,
      { kind: 'facts', rows: identity(facts) },
      { kind: 'heading', text: `${facts.kind === 'scenario' ? 'Scénario' : 'Exigence'} ${facts.id}` },
      { kind: 'paragraph', text: facts.text ?? toFill('énoncé') },
      { kind: 'paragraph', text: `Source de l’énoncé : ${facts.reference}.` },
      ...bodies[model](facts),
      { kind: 'places', labels: ['Fait à … le …', 'Nom, qualité et signature du représentant légal'] },
    ],
  };
}

const draftNotice =
  `${draftNoticeStart}. ` +
  'Ce texte n’est pas un modèle officiel : le modèle de l’ANS n’a pas été trouvé. S’il en existe un pour votre dispositif, employez-le. Faites relire ce document, complétez ce qui est entre crochets, datez et signez.';

const titles: Readonly<Record<StatementModel, string>> = {
  'non-applicable': 'Déclaration sur l’honneur de non-applicabilité',
  engagement: 'Lettre d’engagement',
  honneur: 'Attestation sur l’honneur',
};

const bodies: Readonly<Record<StatementModel, (facts: StatementFacts) => readonly Block[]>> = {
  'non-applicable': (facts) => [
    { kind: 'heading', text: 'Déclaration' },
    {
      kind: 'paragraph',
      text: `${declarant(facts)} déclare sur l’honneur que ${facts.id} n’est pas applicable au logiciel désigné ci-dessus, pour la raison suivante :`,
    },
    { kind: 'paragraph', text: facts.justification ?? toFill('justification') },
  ],
  engagement: (facts) => [
    { kind: 'heading', text: 'Engagement' },
    { kind: 'paragraph', text: `${declarant(facts)} m’engage, au titre de ${facts.id}, à :` },
    { kind: 'paragraph', text: toFill('objet de l’engagement') },
    { kind: 'paragraph', text: `Échéance, s’il y en a une : ${toFill('date')}` },
  ],
  honneur: (facts) => [
    { kind: 'heading', text: 'Attestation' },
    { kind: 'paragraph', text: `${declarant(facts)} atteste sur l’honneur, au titre de ${facts.id}, que :` },
    { kind: 'paragraph', text: toFill('ce qui est attesté') },
  ],
};

function identity(facts: StatementFacts): (readonly [string, string])[] {
  const optional = (term: string, value: string | undefined) => (value ? [[term, value] as const] : []);
  return [
    ['Éditeur', facts.vendor ?? toFill('dénomination')],
    ['SIRET', facts.siret ?? toFill('SIRET')],
    ...optional('NIE', facts.nie),
    ['Logiciel', facts.software ?? toFill('nom du logiciel')],
    ['Version', facts.version ?? toFill('version')],
    ...optional('NIL', facts.nil),
    ['Dispositif', facts.dispositif ?? toFill('dispositif')],
  ];
}

function declarant({ vendor }: StatementFacts): string {
  return `Je soussigné(e), ${toFill('nom et qualité')}, pour ${vendor ?? toFill('dénomination')},`;
}
