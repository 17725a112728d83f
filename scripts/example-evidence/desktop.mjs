// The look of a capture: a whole desktop, the browser with its address, and the clock at the bottom right.
import { doctor, patient, software } from './identity.mjs';

export const size = { width: 960, height: 600 };

/**
 * A page of HTML that shows the desktop.
 * @param {{ url: string, tab?: string, at: string, body: string }} screen `at` is `YYYY-MM-DD HH:MM`
 */
export function desktop({ url, tab = software.name, at, body }) {
  const [date, time] = at.split(' ');
  return `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><style>${style}</style><body>
<div class="browser">
 <div class="tabs"><span class="tab">${tab}</span><span class="win">— ☐ ✕</span></div>
 <div class="bar"><span>← → ⟳</span><span class="url">${url}</span></div>
 <div class="page">${body}</div>
</div>
<div class="task"><span class="start"></span><span class="app">Navigateur</span>
<span class="fiction">Exemple fictif – identité de test</span>
<span class="clock">${time}<br>${date.split('-').reverse().join('/')}</span></div></body></html>`;
}

/**
 * The software's own window: menu on the left, content on the right.
 * @param {string} active the chosen menu entry
 */
export function application(active, content) {
  const entries = ['Agenda', 'Patients', 'Documents', 'DMP', 'Messagerie', 'Annuaire', 'Journaux', 'Paramètres'];
  const menu = entries.map((entry) => `<div class="${entry === active ? 'on' : ''}">${entry}</div>`).join('');
  return `<div class="app-bar"><b>${software.name}</b> <small>version ${software.version}</small>
<span class="who">Dr ${doctor.given} ${doctor.family} · RPPS ${doctor.rpps} · <i>Pro Santé Connect</i></span></div>
<div class="body"><nav>${menu}</nav><main>${content}</main></div>`;
}

/** The patient's line at the top of a record; the identity status shows without a click. */
export function banner(qualified = true) {
  return qualified
    ? `<div class="patient"><b>${patient.family} ${patient.givenAll}</b> née le ${patient.birthShown} · ${patient.gender}
<span class="tag good">Identité qualifiée</span><br><small>INS ${patient.ins.slice(0, 13)} ${patient.ins.slice(13)} (NIR de test) · code lieu ${patient.birthPlace}</small></div>`
    : `<div class="patient"><b>PERRIN LUCILE</b> <span class="tag warn">Identité provisoire</span><br>
<small>Pas d'INS : le téléservice INSi n'a pas été interrogé</small></div>`;
}

/** A table. Cells are HTML; the row whose index is `chosen` is highlighted. */
export function table(headings, rows, chosen = -1) {
  const head = headings.map((cell) => `<th>${cell}</th>`).join('');
  const lines = rows.map(
    (row, index) =>
      `<tr class="${index === chosen ? 'chosen' : ''}">${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><tr>${head}</tr>${lines.join('')}</table>`;
}

/** A dialog above the page. */
export const dialog = (title, content, buttons) =>
  `<div class="veil"><div class="dialog"><h2>${title}</h2><div>${content}</div><p>${buttons.map((b, i) => `<span class="button ${i === 0 ? 'main' : ''}">${b}</span>`).join(' ')}</p></div></div>`;

const style = `
*{box-sizing:border-box}body{margin:0;width:${size.width}px;height:${size.height}px;background:#3b6ea5;font:13px 'Open Sans',sans-serif;color:#1d2733;overflow:hidden}
.browser{position:absolute;inset:8px 8px 44px;background:#fff;border-radius:6px;overflow:hidden}
.tabs{height:28px;background:#dfe5ec;padding:5px 10px}.tab{background:#fff;padding:6px 16px;border-radius:6px 6px 0 0}.win{float:right;color:#556}
.bar{height:32px;padding:5px 10px;border-bottom:1px solid #ccd4dd;color:#556}.url{margin-left:12px;display:inline-block;width:820px;background:#eef2f6;border-radius:11px;padding:2px 14px;color:#1d2733}
.page{position:absolute;inset:60px 0 0;background:#f6f8fa}
.task{position:absolute;inset:auto 0 0;height:36px;background:#16202b;color:#fff;font-size:11px;line-height:15px}
.start{position:absolute;left:12px;top:10px;width:16px;height:16px;background:#6fb1ee}.app{position:absolute;left:44px;top:10px}
.fiction{position:absolute;left:360px;top:10px;color:#ffd479}.clock{position:absolute;right:14px;top:3px;text-align:right}
.app-bar{height:36px;background:#0b5c66;color:#fff;padding:8px 14px}.who{float:right;font-size:12px}
.body{position:absolute;inset:36px 0 0}nav{position:absolute;inset:0 auto 0 0;width:120px;background:#e3ebee;padding-top:8px}nav div{padding:6px 14px}nav .on{background:#0b5c66;color:#fff}
main{position:absolute;inset:0 0 0 120px;padding:12px 16px}h1{font-size:17px;margin:0 0 8px}h2{font-size:15px;margin:0 0 8px}
.patient{background:#fff;border:1px solid #b9c6cf;border-left:5px solid #0b5c66;padding:6px 10px;margin-bottom:10px}
.tag{border-radius:3px;padding:1px 7px;font-size:12px;color:#fff;background:#607080}.tag.good{background:#1d7f3c}.tag.warn{background:#b25b00}.tag.bad{background:#b3261e}
table{border-collapse:collapse;width:100%;background:#fff}th{background:#e3ebee;text-align:left}td,th{border:1px solid #ccd4dd;padding:4px 8px}.chosen td{background:#fff3c4}
.note{background:#e8f2ff;border-left:5px solid #2b6cb0;padding:7px 10px;margin:8px 0}.note.bad{background:#fdeceb;border-color:#b3261e}.note.good{background:#e7f6ec;border-color:#1d7f3c}
.button{display:inline-block;border:1px solid #0b5c66;border-radius:3px;padding:3px 12px;color:#0b5c66;background:#fff}.button.main{background:#0b5c66;color:#fff}
.veil{position:absolute;inset:0;background:#0005}.dialog{position:absolute;left:190px;top:90px;width:440px;background:#fff;border-radius:5px;padding:16px}
.field{background:#fff;border:1px solid #b9c6cf;padding:4px 8px;margin:3px 0 7px}pre{font:11.5px 'DejaVu Sans Mono',monospace;background:#fff;border:1px solid #ccd4dd;padding:8px;margin:6px 0}
.center{width:430px;margin:50px auto;background:#fff;border:1px solid #ccd4dd;border-radius:6px;padding:22px;text-align:center}.psc{background:#000091;color:#fff;display:inline-block;padding:9px 22px;margin:10px;border-radius:3px}
.sheet{background:#fff;border:1px solid #ccd4dd;padding:10px 16px}
`;
