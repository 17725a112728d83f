// Tables of proofs as the server says them, made of nothing.
const states = [
  ['incomplete', 'incomplète'],
  ['toReview', 'à revoir'],
  ['toProvide', 'à fournir'],
  ['provided', 'fournie'],
  ['notApplicable', 'non applicable'],
];
const people = ['AM', 'QA', 'Équipe Intégration'];
export const manifest = 'file:///dossier/main.preuves.yaml';
const place = (line) => ({ uri: manifest, range: { start: { line, character: 0 }, end: { line, character: 10 } } });

/** A piece in every state that a row can be in, over and over. */
function piecesOf(index) {
  const picture = {
    kind: 'file',
    label: `preuves/INS-va1.${index}.01.01.png`,
    uri: `file:///dossier/preuves/${index}.png`,
    isPicture: true,
    date: '2026-10-12',
    version: '12.4.0',
    examined: 'image lue',
    place: place(index * 10 + 1),
  };
  const link = { kind: 'link', label: 'https://interop.esante.gouv.fr/evs/report/123', date: '2026-09-01' };
  switch (index % 5) {
    case 0:
      return [{ ...picture, review: { verdict: 'insuffisante', by: 'A. Martin', on: '2026-11-03' } }];
    case 1:
      return [{ ...picture, comment: 'Écran « Identité », ligne 2', note: 'à refaire' }, link];
    case 2:
      return [];
    case 3:
      return [{ ...picture, review: { verdict: 'suffisante', by: 'A. Martin', on: '2026-11-03' } }];
    default:
      return [];
  }
}

/** @returns a table of as many proofs, ten to a chapter */
export function madeUpTable(count) {
  const rows = Array.from({ length: count }, (_, index) => {
    const [status, statusLabel] = states[index % 5];
    const requirement = `INS/va1.${Math.floor(index / 3) + 1}`;
    const scenario = `${requirement}.01`;
    const proof = `${scenario}.0${(index % 3) + 1}`;
    const responsible = people[index % 4];
    return {
      id: `row-${index}`,
      slot: { proof, scenario, requirement },
      chapter: `Chapitre ${Math.floor(index / 10) + 1}`,
      domain: index % 2 ? 'Identité' : 'Messagerie',
      requirement: { id: requirement, text: 'Appeler le téléservice INSi' },
      scenario: { id: scenario, text: 'Récupération de l’INS d’un patient qui n’en a pas encore' },
      proof: { id: proof, text: `Copie d’écran ${index} : identité qualifiée, avec le matricule et l’OID affichés` },
      status,
      statusLabel,
      pieces: piecesOf(index),
      follow: {
        ...(responsible ? { responsible } : {}),
        ...(index % 3 ? {} : { due: '2026-12-01', work: 'en cours' }),
        inherited: index % 4 === 1 ? ['responsible'] : [],
      },
      findings:
        index % 5 === 0
          ? [
              {
                severity: 'error',
                rule: 'preuve/fichier-introuvable',
                message: 'Le fichier preuves/a.png n’existe pas.',
                piece: 0,
                place: place(index * 10 + 2),
              },
              { severity: 'warning', rule: 'preuve/sans-date', message: 'La date manque.', place: place(index * 10) },
            ]
          : [],
      ...(index % 7 === 0 ? { requested: true } : {}),
      ...(index % 6 === 0 ? { late: true } : {}),
      place: place(index * 10),
    };
  });
  return {
    kind: 'table',
    revision: '1',
    uri: manifest,
    label: 'MonCabinet',
    counts: { provided: 0, toProvide: 0, incomplete: 0, toReview: 0, total: count },
    version: '12.4.0',
    rows,
    leftOut: [],
    people,
  };
}

/** What the extension tells the page with a table. */
export function tableMessage(table, more = {}) {
  const pictures = table.rows
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ uri }) => (uri ? [[uri, `https://pages.test/pictures/${uri.split('/').at(-1)}`]] : []));
  return {
    kind: 'table',
    table,
    pictures: Object.fromEntries(pictures),
    me: 'C. Durand',
    today: '2026-11-30',
    views: [],
    ...more,
  };
}
