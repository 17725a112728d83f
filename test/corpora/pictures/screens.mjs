// Screens of software that does not exist, with identities that nobody has: what `npm run ocr:measure` reads.
import { Chooser } from './seeded.mjs';

const families = [
  'MARTIN-ESSAI',
  'BERNARD',
  'DUBOIS',
  'LEFEVRE',
  'GARNIER',
  "D'AUBIGNE",
  'NGUYEN',
  'BENALI',
  'ROUSSEL',
];
const given = ['Zoé', 'Camille', 'Anne-Lise', 'Théo', 'Inès', 'Jean-Marc', 'Noël', 'Aïcha', 'Hervé'];
const products = ['MonCabinet', 'ClinicSoft', 'OfficiNet', 'LaboPlus', 'DossierPro', 'RadioView'];
const hosts = ['moncabinet.exemple.fr', 'app.clinicsoft.example', 'portail.exemple.org:8443'];
const fonts = ['DejaVu Sans', 'DejaVu Sans Condensed', 'Open Sans', 'sans-serif'];

/** How a matricule is written on a screen. */
const spellings = {
  compact: (ins) => ins,
  key: (ins) => `${ins.slice(0, 13)} ${ins.slice(13)}`,
  grouped: (ins) =>
    [
      ins.slice(0, 1),
      ins.slice(1, 3),
      ins.slice(3, 5),
      ins.slice(5, 7),
      ins.slice(7, 10),
      ins.slice(10, 13),
      ins.slice(13),
    ].join(' '),
};
const labels = ['Matricule INS', 'INS', 'NIR', 'N° de sécurité sociale', 'Matricule'];

/** @param {Chooser} chooser */
function person(chooser) {
  return {
    ins: chooser.ins(),
    family: chooser.of(families),
    given: chooser.of(given),
    birth: `${chooser.two(1, 28)}/${chooser.two(1, 12)}/${chooser.whole(1930, 2020)}`,
  };
}

const kinds = {
  desktop: (c, p, s) => `${bar(s)}<div class="columns"><nav>${menu}</nav><main>
    <h2>${p[0].family} ${p[0].given}</h2><p>Né(e) le ${p[0].birth} — ${c.of(labels)} : <b>${s.spell(p[0].ins)}</b></p>
    <table><tr><th>Date</th><th>Événement</th><th>Auteur</th></tr>${rows(c, 5)}</table></main></div>`,
  dmp: (
    c,
    p,
    s,
  ) => `${address(s)}<header>Dossier médical partagé<small>${s.product} version ${s.version}</small></header>
    <section class="box"><h3>Traits d'identité</h3><dl><dt>Nom de naissance</dt><dd>${p[0].family}</dd><dt>Prénoms</dt><dd>${p[0].given}</dd>
    <dt>Date de naissance</dt><dd>${p[0].birth}</dd><dt>${c.of(labels)}</dt><dd>${s.spell(p[0].ins)}</dd></dl></section>
    <section class="box"><h3>Documents</h3><table>${rows(c, 4)}</table></section>`,
  log: (c, p, s) =>
    `<pre>${Array.from({ length: 14 }, (_, at) => {
      const time = `${s.iso} ${c.two(8, 18)}:${c.two(0, 59)}:${c.two(0, 59)},${c.digits(3)}`;
      const said =
        at === 3
          ? `INSi recherche par traits, INS=${s.compact(p[0].ins)} statut=VALI`
          : at === 9
            ? `PID-3 ${s.compact(p[1].ins)}^^^ASIP-SANTE-INS-NIR (NIR)`
            : c.of([
                'DMP TD3.1 réponse Success',
                `GET https://${s.host}/api/v2/documents 200 ${c.whole(20, 900)} ms`,
                `session ${c.digits(8)} ouverte`,
                'MSS message déposé, accusé reçu',
              ]);
      return `${time} ${c.of(['INFO', 'DEBUG', 'WARN'])} ${said}`;
    }).join('\n')}</pre>`,
  login: (c, p, s) => `${address(s)}<div class="card"><h2>${s.product}</h2><p>Version ${s.version} du ${s.day}</p>
    <label>Identifiant</label><input value="899700${c.digits(6)}"><label>Mot de passe</label><input value="••••••••">
    <p>Dernier patient ouvert : ${p[0].family} ${p[0].given}, INS ${s.spell(p[0].ins)}</p><button>Pro Santé Connect</button></div>`,
  mobile: (
    c,
    p,
    s,
  ) => `<div class="phone"><header>${s.product}</header><h3>${p[0].given} ${p[0].family}</h3><p>${p[0].birth}</p>
    <p class="soft">${c.of(labels)}</p><p class="big">${s.spell(p[0].ins)}</p><p class="soft">Dernière synchronisation</p><p>${s.day} à 10:${c.two(0, 59)}</p>
    <p class="soft">Application</p><p>version ${s.version}</p></div>`,
  form: (
    c,
    p,
    s,
  ) => `${bar(s)}<main class="grid"><div><label>Nom de naissance</label><input value="${p[0].family}"></div>
    <div><label>Prénoms</label><input value="${p[0].given}"></div><div><label>Date de naissance</label><input value="${p[0].birth}"></div>
    <div><label>Téléphone</label><input value="06 ${c.two(0, 99)} ${c.two(0, 99)} ${c.two(0, 99)} ${c.two(0, 99)}"></div>
    <div class="wide"><label>${c.of(labels)}</label><span class="row"><input value="${p[0].ins.slice(0, 13)}"><label>Clé</label><input class="key" value="${p[0].ins.slice(13)}"></span></div>
    <div><label>Médecin traitant</label><input value="Dr Camille TEST"></div></main>
    <table><tr><th>Nom</th><th>Prénom</th><th>${c.of(['INS', 'Matricule INS', 'NIR'])}</th></tr>${p
      .slice(1)
      .map((one) => `<tr><td>${one.family}</td><td>${one.given}</td><td>${s.compact(one.ins)}</td></tr>`)
      .join('')}</table>`,
};
/** Identities that a kind of screen shows. */
const shown = { desktop: 1, dmp: 1, log: 2, login: 1, mobile: 1, form: 3 };
/** Of its software, what a kind of screen shows. */
const tells = {
  desktop: ['version'],
  dmp: ['version', 'address'],
  log: ['date'],
  login: ['version', 'address', 'date'],
  mobile: ['version', 'date'],
  form: ['version'],
};

const menu = ['Agenda', 'Patients', 'Documents', 'DMP', 'Messagerie', 'Paramètres']
  .map((item) => `<a>${item}</a>`)
  .join('');
const bar = (s) => `<div class="bar"><b>${s.product}</b> version ${s.version}<span>Dr Camille TEST</span></div>`;
const address = (s) => `<div class="address">${s.address}</div>`;
const rows = (c, count) =>
  Array.from(
    { length: count },
    () =>
      `<tr><td>${c.day()}</td><td>${c.of(['Consultation', 'Compte rendu d’imagerie', 'Résultats de biologie', 'Lettre de liaison'])}</td><td>${c.of(['Dr TEST', 'Centre Exemple', 'Laboratoire Exemple'])}</td></tr>`,
  ).join('');

function style(dark, size, font) {
  const [ground, ink, soft, line, field] = dark
    ? ['#1e2227', '#dfe3e8', '#9aa4af', '#4a525c', '#2a3038']
    : ['#ffffff', '#1c1f23', '#5b6570', '#c3c9d0', '#f7f8fa'];
  return `<style>*{box-sizing:border-box}body{margin:0;background:${ground};color:${ink};font:${size}px '${font}',sans-serif}
    .bar,header{background:${dark ? '#123a52' : '#0b5f8a'};color:#fff;padding:8px 12px}.bar span,header small{float:right}
    .address{margin:6px;padding:4px 12px;border:1px solid ${line};border-radius:12px;background:${field}}
    .columns{display:flex}nav{width:130px;padding:8px;border-right:1px solid ${line};color:${soft}}nav a{display:block;padding:4px}
    main{padding:10px 16px}h2{font-size:1.4em;margin:.4em 0}h3{font-size:1.15em;margin:.4em 0}
    table{border-collapse:collapse;margin:10px}td,th{border:1px solid ${line};padding:4px 10px;text-align:left}
    .box{border:1px solid ${line};margin:10px;padding:6px 12px}dl{display:grid;grid-template-columns:180px 1fr;gap:4px;margin:0}dt{color:${soft}}dd{margin:0}
    pre{margin:8px;font:${size}px 'DejaVu Sans Mono',monospace}label{color:${soft};display:block;margin-top:6px}
    input{font:inherit;color:${ink};background:${field};border:1px solid ${line};padding:3px 6px;width:220px}
    .key{width:44px}.row{display:flex;gap:8px;align-items:center}.row label{margin:0}.grid{display:grid;grid-template-columns:1fr 1fr;gap:8px}.wide{grid-column:span 2}
    .card{width:420px;margin:30px auto;padding:16px;border:1px solid ${line};border-radius:8px}.phone{width:340px;padding:0 12px}.phone header{margin:0 -12px}.soft{color:${soft};margin-bottom:0}.big{font-size:1.25em;margin-top:2px}</style>`;
}

/**
 * One screen of the given number.
 * @returns {{ name: string, html: string, width: number, height: number, scale: number, jpeg: boolean, ins: string[],
 *   tells: { version?: string, address?: string, date?: string } }} what to draw, and what it shows
 */
export function screen(number) {
  const c = new Chooser(number);
  const kind = Object.keys(kinds)[number % 6];
  const dark = number % 3 === 2;
  const iso = `${c.whole(2024, 2026)}-${c.two(1, 12)}-${c.two(1, 28)}`;
  const host = c.of(hosts);
  const said = {
    product: c.of(products),
    version: c.version(),
    host,
    address: `https://${host}/patients/${c.whole(100, 9999)}`,
    iso,
    day: iso.split('-').reverse().join('/'),
    compact: spellings.compact,
    spell: spellings[c.of(Object.keys(spellings))],
  };
  const people = Array.from({ length: shown[kind] }, () => person(c));
  const size = c.whole(11, 14);
  const scale = 1 + (Math.floor(number / 6) % 2);
  const facts = { version: said.version, address: said.address, date: iso };
  return {
    name: `${String(number).padStart(3, '0')}-${kind}`,
    html: style(dark, size, c.of(fonts)) + kinds[kind](c, people, said),
    width: kind === 'mobile' ? 360 : 900,
    height: 520,
    scale,
    jpeg: Math.floor(number / 12) % 2 === 1,
    ins: people.map(({ ins }) => ins),
    tells: Object.fromEntries(tells[kind].map((name) => [name, facts[name]])),
  };
}
