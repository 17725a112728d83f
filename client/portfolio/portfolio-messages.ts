/** What the commands of a portfolio say. */
export interface PortfolioMessages {
  readonly reusing: string;
  readonly noPortfolio: string;
  readonly nothing: string;
  readonly choose: string;
  readonly offered: (from: string, to: string) => string;
  readonly question: (name: string, to: string) => string;
  readonly judge: (reason: string, from: string, noted: string) => string;
  readonly copy: string;
  readonly reference: string;
  readonly gone: string;
  readonly reporting: string;
  readonly choosePortfolio: string;
}

const fr: PortfolioMessages = {
  reusing: 'Pièces qui pourraient servir ailleurs',
  noPortfolio: 'Aucun portefeuille.yaml dans cet espace de travail : créez-en un qui nomme vos dossiers.',
  nothing:
    'Rien d’un dossier ne pourrait servir à un autre : aucune preuve à fournir n’est demandée avec le même texte, ni sous le même identifiant de socle, là où elle est déjà fournie.',
  choose: 'Choisissez la pièce à joindre ; rien n’est joint sans vous',
  offered: (from, to) => `de ${from}, pour ${to}`,
  question: (name, to) => `Joindre « ${name} » à ${to} ?`,
  judge: (reason, from, noted) =>
    [
      `Elle vient de ${from} (${reason}).`,
      noted === '' ? 'Ni date ni version n’y sont notées.' : `Noté : ${noted}.`,
      'À vous de juger si elle convient au logiciel et à la version de ce dossier.',
    ].join('\n'),
  copy: 'Copier',
  reference: 'Citer la pièce commune',
  gone: 'Cette proposition ne vaut plus : l’un des dossiers a changé. Rien n’a été joint.',
  reporting: 'Rapport du portefeuille',
  choosePortfolio: 'De quel portefeuille ?',
};

const en: PortfolioMessages = {
  reusing: 'Pieces That Could Serve Elsewhere',
  noPortfolio: 'No portefeuille.yaml in this workspace: create one that names your dossiers.',
  nothing:
    'Nothing of a dossier could serve another: no proof still to be provided is asked in the same words, or under the same socle id, where it is provided already.',
  choose: 'Choose the piece to attach; nothing is attached without you',
  offered: (from, to) => `from ${from}, for ${to}`,
  question: (name, to) => `Attach “${name}” to ${to}?`,
  judge: (reason, from, noted) =>
    [
      `It comes from ${from} (${reason}).`,
      noted === '' ? 'Neither date nor version is noted there.' : `Noted: ${noted}.`,
      'It is for you to judge whether it suits the software and version of this dossier.',
    ].join('\n'),
  copy: 'Copy',
  reference: 'Cite the Common Piece',
  gone: 'This offer holds no more: one of the dossiers has changed. Nothing was attached.',
  reporting: 'Report of the Portfolio',
  choosePortfolio: 'Of which portfolio?',
};

export const portfolioMessages: Readonly<Record<'fr' | 'en', PortfolioMessages>> = { fr, en };
