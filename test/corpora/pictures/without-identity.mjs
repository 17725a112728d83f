// Pictures that show no identity: what must not be taken for one.
import { Chooser } from './seeded.mjs';

const colours = ['#0b5f8a', '#d1495b', '#edae49', '#00798c', '#30638e', '#4c956c', '#222', '#999'];

/** An icon or a chart. */
function drawing(c) {
  const shape = () => {
    const [x, y, a, b] = [c.whole(0, 380), c.whole(0, 280), c.whole(8, 120), c.whole(8, 120)];
    return c.of([
      `<circle cx="${x}" cy="${y}" r="${a / 2}" fill="${c.of(colours)}"/>`,
      `<rect x="${x}" y="${y}" width="${a}" height="${b}" rx="6" fill="${c.of(colours)}"/>`,
      `<path d="M${x} ${y} q${a} ${-b} ${b} ${a} t${-a} ${b}" stroke="${c.of(colours)}" stroke-width="${c.whole(1, 12)}" fill="none"/>`,
      `<text x="${x}" y="${y}" font-size="${c.whole(10, 40)}" fill="${c.of(colours)}">${c.of(['OK', '42 %', 'A', '12', '3,5'])}</text>`,
    ]);
  };
  return `<svg width="400" height="300">${Array.from({ length: c.whole(3, 14) }, shape).join('')}</svg>`;
}

/** A screen of a shop or a directory: phones, cards, accounts, SIRET, RPPS, dates. */
function product(c) {
  const groups = (...sizes) => sizes.map((size) => c.digits(size)).join(' ');
  const line = () =>
    c.of([
      () => `Téléphone : 0${c.whole(1, 9)} ${groups(2, 2, 2, 2)}`,
      () => `Carte : 4${groups(3, 4, 4, 4)}`,
      () => `IBAN : FR76 ${groups(4, 4, 4, 4, 4, 3)}`,
      () => `SIRET : ${groups(3, 3, 3, 5)}`,
      () => `RPPS : 1${c.digits(10)}`,
      () => `Commande n° ${c.digits(c.whole(6, 15))} du ${c.day()}`,
      () => `Montant : ${c.whole(1, 999)} ${c.digits(3)},${c.digits(2)} €`,
      () => `Code-barres : 3${c.digits(12)}`,
      () => `Version ${c.version()}, licence ${c.digits(5)}-${c.digits(5)}-${c.digits(5)}`,
    ])();
  return `<body style="font:13px 'DejaVu Sans';padding:12px">${Array.from({ length: 16 }, () => `<p>${line()}</p>`).join('')}</body>`;
}

/** A console full of numbers of 15 digits, many in the form of an INS. */
function digits(c) {
  const number = () => c.of(['1', '2']) + c.digits(2) + c.two(1, 12) + c.two(1, 95) + c.digits(8);
  return `<body style="background:#111;color:#ddd"><pre style="font:13px 'DejaVu Sans Mono'">${Array.from({ length: 20 }, () => `${c.digits(6)} trace id=${number()} span=${c.digits(8)}`).join('\n')}</pre></body>`;
}

/** @returns {{ name: string, kind: string, html: string, width: number, height: number }} one of 300 */
export function pictureWithoutIdentity(number) {
  const c = new Chooser(10_000 + number);
  const [kind, draw] = number < 140 ? ['drawing', drawing] : number < 210 ? ['product', product] : ['digits', digits];
  return {
    name: `${String(number).padStart(3, '0')}-${kind}`,
    kind,
    html: draw(c),
    width: kind === 'drawing' ? 400 : 700,
    height: kind === 'product' ? 560 : 420,
  };
}
