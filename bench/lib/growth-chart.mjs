import { medianOf, questions } from './figures.mjs';
import { grouped } from './table.mjs';

/** How each measure grows with the manifest, as an SVG of small charts, both axes logarithmic. */
const panel = { width: 360, height: 240, left: 62, right: 16, top: 34, bottom: 40 };
const perRow = 2;
const legendHeight = 40;
const lines = {
  own: { label: 'Ségur Preuves', colour: '#0a5c9e', dash: '' },
  peer: { label: 'yaml-language-server, no delay of its own for edits', colour: '#b3541e', dash: '6 4' },
};

/** @returns {{ title: string, unit: string, own: [number, number][], peer: [number, number][] }[]} only what was measured */
export function growthCurves(run) {
  const curve = (title, unit, own, peer) => {
    const points = (value) =>
      run.sizes
        .map((at) => [at.dossier.requirements, value(at)])
        .filter(([, value]) => Number.isFinite(value) && value > 0);
    return { title, unit, own: points(own), peer: points(peer) };
  };
  return [
    curve(
      'edit → fresh diagnostics',
      'ms',
      ({ own }) => medianOf(own, 'edits'),
      ({ peerWithoutDelay }) => medianOf(peerWithoutDelay, 'edits'),
    ),
    ...Object.entries(questions).map(([name, title]) =>
      curve(
        `${title}, right after an edit`,
        'ms',
        ({ own }) => medianOf(own, name),
        ({ peer }) => medianOf(peer, name),
      ),
    ),
    curve(
      'file opened → first diagnostics',
      'ms',
      ({ own }) => own?.open,
      ({ peer }) => peer?.open,
    ),
    curve(
      'highest memory',
      'MiB',
      ({ own }) => own?.peakMemory,
      ({ peer }) => peer?.peakMemory,
    ),
  ].filter(({ own, peer }) => own.length + peer.length > 0);
}

export function growthChart(curves) {
  const rows = Math.ceil(curves.length / perRow);
  const width = panel.width * perRow;
  const height = panel.height * rows + legendHeight;
  const described = curves.map(({ title, unit, own, peer }) => {
    const told = (points) => points.map(([size, value]) => `${grouped(size)}: ${short(value)} ${unit}`).join(', ');
    return `${title}. ${lines.own.label}: ${told(own) || 'not measured'}. Peer: ${told(peer) || 'not measured'}.`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="11">`,
    '<title id="title">How each measure grows with the number of requirements in a manifest</title>',
    `<desc id="desc">${escaped(described.join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...legend(),
    ...curves.map((curve, index) => {
      const at = [(index % perRow) * panel.width, legendHeight + Math.floor(index / perRow) * panel.height];
      return `<g transform="translate(${at.join(' ')})">${chart(curve)}</g>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

function legend() {
  return Object.values(lines).map(({ label, colour, dash }, index) => {
    const x = 16 + index * 150;
    return `<path d="M${x} 20h28" stroke="${colour}" stroke-width="2"${dashed(dash)}/><text x="${x + 34}" y="24">${escaped(label)}</text>`;
  });
}

function chart({ title, unit, own, peer }) {
  const points = [...own, ...peer];
  const x = scale(
    points.map(([size]) => size),
    panel.left,
    panel.width - panel.right,
    1.15,
  );
  const y = scale(
    points.map(([, value]) => value),
    panel.height - panel.bottom,
    panel.top,
    1.6,
  );
  const sizes = [...new Set(points.map(([size]) => size))].sort((a, b) => a - b);
  const [bottom, right] = [panel.height - panel.bottom, panel.width - panel.right];
  return [
    `<text x="${panel.left}" y="18" font-weight="600">${escaped(title)} (${unit})</text>`,
    ...y.decades.map(
      (value) =>
        `<path d="M${panel.left} ${y.at(value)}H${right}" stroke="#dddddd"/><text x="${panel.left - 6}" y="${y.at(value) + 4}" text-anchor="end">${short(value)}</text>`,
    ),
    ...sizes.map((size) => `<text x="${x.at(size)}" y="${bottom + 16}" text-anchor="middle">${grouped(size)}</text>`),
    `<text x="${(panel.left + right) / 2}" y="${bottom + 32}" text-anchor="middle">requirements</text>`,
    `<path d="M${panel.left} ${panel.top}V${bottom}H${right}" fill="none" stroke="#444444"/>`,
    line(peer, lines.peer, x, y),
    line(own, lines.own, x, y),
  ].join('');
}

function line(points, { colour, dash }, x, y) {
  if (points.length === 0) return '';
  const path = points.map(([size, value], index) => `${index === 0 ? 'M' : 'L'}${x.at(size)} ${y.at(value)}`).join('');
  const marks = points.map(
    ([size, value]) =>
      `<circle cx="${x.at(size)}" cy="${y.at(value)}" r="3" fill="${colour}"><title>${grouped(size)}: ${short(value)}</title></circle>`,
  );
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashed(dash)}/>${marks.join('')}`;
}

/** A logarithmic axis from `from` to `to`, with some room at both ends. */
function scale(values, from, to, room) {
  const [least, most] = [Math.log(Math.min(...values) / room), Math.log(Math.max(...values) * room)];
  const at = (value) => Number((from + ((Math.log(value) - least) / (most - least || 1)) * (to - from)).toFixed(1));
  const decades = [];
  for (let power = Math.ceil(least / Math.LN10); power <= Math.floor(most / Math.LN10); power++)
    decades.push(10 ** power);
  return { at, decades };
}

function dashed(dash) {
  return dash === '' ? '' : ` stroke-dasharray="${dash}"`;
}

function short(value) {
  return value < 10 ? String(Number(value.toPrecision(2))) : grouped(value);
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
