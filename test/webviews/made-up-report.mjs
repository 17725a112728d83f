// A report as the server tells it, small and made up, with what pages must not trust in its texts.
const position = (line) => ({ line, character: 2 });
const place = (line) => ({
  uri: 'file:///dossier/main.preuves.yaml',
  range: { start: position(line), end: position(line) },
});

/** @param {number} more rows of the matrix beside the named ones */
export function madeUpReport(more = 0) {
  const matrixRow = (chapter, domain, id, state, status, file) => ({
    cells: [chapter, domain, id, `Énoncé de ${id}`, state, file ?? '', ''],
    links: {
      2: { kind: 'place', place: 0 },
      ...(file === undefined ? {} : { 5: { kind: 'file', uri: `file:///dossier/${file}` } }),
    },
    share: { chapter, domain, statuses: [status] },
  });
  return {
    uri: 'file:///dossier/main.preuves.yaml',
    title: 'Dossier de preuves – MonCabinet',
    lead: '2 preuves fournies sur 5 attendues : 40 %',
    notice: 'Rapport interne.',
    states: [
      { status: 'provided', label: 'Fournies' },
      { status: 'toReview', label: 'À revoir' },
      { status: 'incomplete', label: 'Incomplètes' },
      { status: 'toProvide', label: 'À fournir' },
    ],
    counts: [2, 1, 1, 1],
    charts: [
      {
        by: 'chapter',
        title: 'Avancement par chapitre',
        bars: [
          {
            name: 'Annuaire',
            counts: [1, 1, 0, 1],
            uncounted: ['1 inconnue'],
            description: 'Annuaire : 1 fournie, 1 à revoir, 1 à fournir',
          },
          {
            name: '<b>Doc & co</b>',
            counts: [1, 0, 1, 0],
            uncounted: [],
            description: 'Doc : 1 fournie, 1 incomplète',
          },
          { name: 'INS', counts: [0, 0, 0, 0], uncounted: ['2 inconnues'], description: 'INS · 2 inconnues' },
        ],
      },
      {
        by: 'domain',
        title: 'Avancement par domaine',
        bars: [{ name: 'INS', counts: [2, 1, 1, 1], uncounted: [], description: 'INS : 2 fournies' }],
      },
    ],
    tables: [
      {
        title: 'Avancement par chapitre',
        role: 'chapter',
        headers: ['Chapitre', 'Fournies'],
        rows: [
          {
            cells: ['Annuaire', 1],
            links: {
              0: { kind: 'rows', chapter: 'Annuaire' },
              1: { kind: 'rows', chapter: 'Annuaire', status: 'provided' },
            },
          },
        ],
      },
      {
        title: 'Couverture des exigences',
        role: 'matrix',
        headers: ['Chapitre', 'Domaine', 'Exigence', 'Énoncé', 'État', 'Pièce', 'Rien'],
        rows: [
          matrixRow('Annuaire', 'INS', 'ANN.10', 'fournie', 'provided', 'preuves/b.png'),
          matrixRow('Annuaire', 'INS', 'ANN.2', 'à revoir', 'toReview', 'preuves/a.png'),
          matrixRow('Annuaire', 'INS', 'ANN.3', 'à fournir', 'toProvide'),
          matrixRow('<b>Doc & co</b>', 'INS', 'DOC.1', 'fournie', 'provided', 'preuves/c "x"\ty.png'),
          matrixRow('<b>Doc & co</b>', 'INS', 'DOC.2', 'incomplète', 'incomplete'),
          ...Array.from({ length: more }, (_, at) => matrixRow('Annuaire', 'INS', `PLUS.${at}`, 'fournie', 'provided')),
        ],
      },
      {
        title: 'Constats',
        headers: ['Gravité', 'Emplacement', 'Message'],
        rows: [
          {
            cells: ['erreur', 'main.preuves.yaml:8', '<img src=x onerror=alert(1)>'],
            links: { 1: { kind: 'place', place: 1 } },
          },
          { cells: ['conseil', '', 'Voir la forge'], links: { 2: { kind: 'web', url: 'https://forge.example/1' } } },
        ],
      },
    ],
    timeline: {
      title: 'Constats',
      markup:
        '<div class="scroll" tabindex="0"><svg class="timeline" viewBox="0 0 100 20" role="img" aria-label="Frise"><rect class="t-done" width="50" height="10"/></svg></div>',
      style: '.t-done{fill:var(--provided)}@page{size:A4}',
    },
    places: [place(4), place(7)],
  };
}
