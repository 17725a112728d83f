import { flatValue } from '../../../manifest/flat-values';
import { isCalendarDate } from '../../../time/calendar-date';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'administratif/version-technique',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les numéros de version technique ne suivent pas le temps, ou ne sont pas visibles.',
      en: 'The technical version numbers do not follow time, or can not be seen.',
    },
    why: {
      fr: 'Le numéro de version technique change à chaque modification du code, montre la chronologie et se lit dans le logiciel.',
      en: 'The technical version number changes with every change of the code, shows the order in time and can be read in the software.',
    },
    avoid:
      'administratif:\n  versions_techniques:\n    - { numero: 12.4.1, date: 2026-10-01 }\n    - { numero: 12.4.0, date: 2026-11-01 }',
    prefer:
      'administratif:\n  versions_techniques:\n    - { numero: 12.4.0, date: 2026-10-01 }\n    - { numero: 12.4.1, date: 2026-11-01 }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      same: {
        fr: 'La version {version} porte deux dates : le numéro doit changer à chaque modification du code.',
        en: 'Version {version} has two dates: the number must change with every change of the code.',
      },
      order: {
        fr: 'La version {version} est plus récente que {earlier} mais son numéro ne vient pas après.',
        en: 'Version {version} is newer than {earlier} but its number does not come after.',
      },
      hidden: {
        fr: 'Le numéro de version technique doit être visible dans le logiciel.',
        en: 'The technical version number must be visible in the software.',
      },
    },
  },
  dossier({ main }, report) {
    const section = main.parsed.administrative;
    if (!section) return;
    const { values } = section.facts;
    const visible = flatValue(values, 'version_visible');
    if (visible?.value === 'non') report(main.uri, shift(visible.range, section.base), 'hidden');
    const dated = values.flatMap(({ key, value, range, item }) => {
      if (key !== 'versions_techniques.numero') return [];
      const date = values.find((each) => each.item === item && each.key === 'versions_techniques.date')?.value ?? '';
      return isCalendarDate(date) ? [{ version: value, date, range: shift(range, section.base) }] : [];
    });
    const inTime = [...dated].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    for (const [index, { version, date, range }] of inTime.entries()) {
      const before = inTime[index - 1];
      if (!before || before.date === date) continue;
      if (before.version === version) report(main.uri, range, 'same', { version });
      else if (order(before.version, version) >= 0)
        report(main.uri, range, 'order', { version, earlier: before.version });
    }
  },
};

/** Numbers inside a version are compared as numbers: 12.10 comes after 12.9. */
/** Made on first use: a start can do without. */
let collator: Intl.Collator | undefined;

function order(a: string, b: string): number {
  collator ??= new Intl.Collator('fr', { numeric: true });
  return collator.compare(a, b);
}
