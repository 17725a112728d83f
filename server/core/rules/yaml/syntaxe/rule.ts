import type { Dossier } from '../../../dossier/dossier';
import type { Finding } from '../../../findings/finding';
import type { Fix } from '../../../fixes/fix';
import { scalarText } from '../../../manifest/scalar-text';
import { manifestFile, textOf } from '../../../fixes/manifest-text';
import type { Trials } from '../../../fixes/trials';
import { mends } from '../../../fixes/verified';
import { canKeepBoth, gitConflictAt, nextLine } from '../../../text/conflict-markers';
import type { OffsetRange } from '../../../text/offset-range';
import { whatIsOpen } from '../../../text/what-is-open';
import { sources } from '../../sources';
import type { Rule } from '../../rule';

/** Messages by error code of the YAML parser; the others have the parser's own words. */
const byCode: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'noColon',
  BAD_SCALAR_START: 'start',
  BAD_DQ_ESCAPE: 'escape',
  MULTIPLE_DOCS: 'documents',
  UNKNOWN_ANCHOR: 'anchor',
  BAD_ALIAS: 'anchor',
  RECURSIVE_ALIAS: 'aliases',
  TOO_MANY_ALIASES: 'aliases',
  NESTED_TOO_DEEPLY: 'nesting',
  TOO_MANY_ERRORS: 'flood',
  TOO_MANY_ENTRIES: 'crowd',
  CONFLICT: 'conflict',
  CONFLICT_MARKER: 'marker',
  MERGE_KEY: 'merge',
};

export const rule: Rule = {
  meta: {
    id: 'yaml/syntaxe',
    defaultSeverity: 'error',
    fixable: true,
    unsettable: true,
    since: '0.1.0',
    summary: { fr: 'Le texte n’est pas du YAML valide.', en: 'The text is not valid YAML.' },
    why: {
      fr: 'Ce qui ne peut pas être lu n’est ni vérifié ni déposé ; le reste du fichier l’est.',
      en: 'What cannot be read is neither checked nor filed; the rest of the file is.',
    },
    avoid: 'commentaire: Latence mesurée : 3 s',
    prefer: 'commentaire: "Latence mesurée : 3 s"',
    source: sources.yaml,
    messages: {
      tab: {
        fr: 'Tabulation dans la marge : YAML ne veut que des espaces. Remplacez-la par deux espaces par niveau.',
        en: 'Tab in the margin: YAML takes spaces only. Replace it with two spaces a level.',
      },
      indent: {
        fr: 'Retrait irrégulier : alignez cette ligne sur celles du même niveau.',
        en: 'Uneven indentation: align this line with those of its level.',
      },
      bracket: {
        fr: 'L’accolade ou le crochet ouvert ici n’est pas fermé : fermez-le.',
        en: 'The brace or bracket opened here is not closed: close it.',
      },
      nesting: {
        fr: 'Trop de listes et de clés les unes dans les autres : rien n’est lu de ce qui est écrit ici. Un manifeste en a moins de trente niveaux.',
        en: 'Too many lists and keys inside each other: nothing of what is written here is read. A manifest has fewer than thirty levels.',
      },
      flood: {
        fr: 'Plus de mille fautes de syntaxe à partir d’ici : rien n’est lu de cette section ou de cette entrée. Ce texte est-il bien du YAML ?',
        en: 'More than a thousand syntax errors from here on: nothing of this section or entry is read. Is this text YAML?',
      },
      crowd: {
        fr: 'Plus de dix mille entrées : rien n’est lu de ce qui commence ici. Retirez ce qui ne vient pas du REM, ou répartissez les exigences dans des fragments.',
        en: 'More than ten thousand entries: nothing of what begins here is read. Take out what is not of the REM, or put the requirements into fragments.',
      },
      colon: {
        fr: 'Cette valeur contient « : » suivi d’une espace : mettez-la entre guillemets.',
        en: 'This value contains “: ”: put it between quotes.',
      },
      noColon: {
        fr: 'Il manque « : » suivi d’une espace après cette clé (« clé: valeur »).',
        en: '“: ” is missing after this key (“key: value”).',
      },
      quote: {
        fr: 'Un guillemet ouvert ici n’est pas fermé. Fermez-le, ou doublez-le s’il fait partie du texte.',
        en: 'A quote opened here is not closed. Close it, or double it if it belongs to the text.',
      },
      start: {
        fr: 'Une valeur ne peut pas commencer par « {character} » : mettez-la entre guillemets.',
        en: 'A value cannot start with “{character}”: put it between quotes.',
      },
      escape: {
        fr: 'Entre guillemets doubles, « \\ » annonce un caractère spécial : écrivez « \\\\ », ou prenez des guillemets simples.',
        en: 'Between double quotes “\\” announces a special character: write “\\\\”, or use single quotes.',
      },
      documents: {
        fr: 'Un manifeste tient en un seul document : retirez la ligne « --- » et ce qui la précède ou la suit.',
        en: 'A manifest is a single document: remove the “---” line and what comes before or after it.',
      },
      anchor: {
        fr: 'L’alias « {text} » ne renvoie à aucune ancre écrite avant lui. Corrigez son nom, ou mettez la valeur entre guillemets.',
        en: 'Alias “{text}” refers to no anchor written before it. Correct its name, or put the value between quotes.',
      },
      aliases: {
        fr: 'Les alias se renvoient les uns aux autres ou sont trop nombreux : écrivez les valeurs en toutes lettres.',
        en: 'Aliases refer to each other or are too many: write the values in full.',
      },
      conflict: {
        fr: 'Conflit de fusion git non résolu, jusqu’à la ligne {line} : gardez l’un des textes, ou réunissez-les, puis retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> ». D’ici là, seul le premier texte est vérifié.',
        en: 'Unresolved git merge conflict, down to line {line}: keep one of the texts, or unite them, then remove the lines “<<<<<<<”, “=======” and “>>>>>>>”. Until then only the first text is checked.',
      },
      marker: {
        fr: 'Cette ligne est un reste de conflit git (« {marker} ») : retirez-la.',
        en: 'This line is left over from a git conflict (“{marker}”): remove it.',
      },
      merge: {
        fr: '« << » est une clé de fusion, que YAML 1.2 n’a plus : ce qu’elle reprendrait n’est ni lu ni déposé. Écrivez ces clés en toutes lettres.',
        en: '“<<” is a merge key, which YAML 1.2 no longer has: what it would bring in is neither read nor filed. Write these keys in full.',
      },
      noBreak: {
        fr: 'Espace insécable ({character}) là où YAML veut une espace ordinaire, ou rien : remplacez-la.',
        en: 'No-break space ({character}) where YAML wants an ordinary space, or none: replace it.',
      },
      oddSpace: {
        fr: 'Espace d’une autre sorte ({character}), ou invisible, là où YAML veut une espace ordinaire, ou rien : remplacez-la.',
        en: 'Space of another kind ({character}), or an invisible one, where YAML wants an ordinary space, or none: replace it.',
      },
      other: {
        fr: 'Syntaxe YAML incorrecte ici ({code} : {detail}). Corrigez cette ligne, ou celle qui la précède.',
        en: 'Incorrect YAML here ({code}: {detail}). Correct this line, or the one before it.',
      },
    },
  },
  file({ parsed }, report) {
    const slips = parsed.problems.filter(({ kind }) => kind === 'syntax');
    // The text in one piece is asked for only where there is something to say of it.
    const text = slips.length > 0 ? parsed.text : '';
    let lineEnd = -1;
    for (const { range, args } of slips) {
      // What the parser stumbles over next on the same line follows from the first slip.
      if (range.start < lineEnd) continue;
      lineEnd = endOfLine(text, range.start);
      const detail = String(args['detail'] ?? '');
      const open = whatIsOpen(text, range.start, detail);
      if (open) {
        report(open.range, open.mark);
        continue;
      }
      const code = String(args['code'] ?? '');
      if (code === 'ODD_SPACE') {
        const first = text.charCodeAt(range.start);
        report(range, noBreaks.has(first) ? 'noBreak' : 'oddSpace', { character: codePoint(first) });
        continue;
      }
      const message = byCode[code] ?? 'other';
      const place = toBeQuoted.has(message) ? valueOnLine(text, range.start) : onOneLine(text, range);
      const slip = text.slice(place.start, place.end);
      report(place, message, { ...args, code, detail, character: slip.slice(0, 1), text: slip });
    }
  },
  fixes: (finding, dossier, _locale, _uncited, trials) => {
    if (finding.message === 'conflict') return keepVersions(finding, dossier);
    if (toBeQuoted.has(finding.message)) return quote(finding, dossier, trials);
    return finding.message === 'noBreak' || finding.message === 'oddSpace' ? useSpaces(finding, dossier, trials) : [];
  },
};

/** Messages about a value that quotes would put right. */
const toBeQuoted: ReadonlySet<string> = new Set(['colon', 'start']);

/** No-break spaces that French keyboards and word processors write. */
const noBreaks: ReadonlySet<number> = new Set([0xa0, 0x202f, 0x2007]);

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** All of the file at once: one of them alone often leaves it as hard to read as before. */
function useSpaces({ uri }: Finding, dossier: Dossier, trials: Trials | undefined): Fix[] {
  const parsed = manifestFile(dossier, uri)?.parsed;
  if (!parsed || trials?.isSpent === true) return [];
  const odd = parsed.problems.filter(({ args }) => args['code'] === 'ODD_SPACE');
  const fix: Fix = {
    title: {
      fr: 'Remplacer par des espaces ordinaires, dans tout le fichier',
      en: 'Replace with ordinary spaces, in the whole file',
    },
    edits: odd.map(({ range }) => ({ uri, range, text: ' '.repeat(range.end - range.start) })),
    preferred: true,
  };
  return mends(fix, dossier, trials) ? [fix] : [];
}

/** One of the versions of a conflict, or both; none of them without being asked. */
function keepVersions({ uri, range }: Finding, dossier: Dossier): Fix[] {
  const text = textOf(dossier, uri);
  if (text === undefined) return [];
  const conflict = gitConflictAt(text, range.start);
  if (!conflict?.versions) return [];
  const whole = { start: conflict.range.start, end: nextLine(text, conflict.range.end) };
  const [ours, theirs] = [conflict.versions.ours, conflict.versions.theirs].map(({ start, end }) =>
    text.slice(start, end),
  );
  if (ours === undefined || theirs === undefined) return [];
  const fix = (title: Fix['title'], kept: string): Fix => ({ title, edits: [{ uri, range: whole, text: kept }] });
  return [
    ...(canKeepBoth(ours, theirs)
      ? [fix({ fr: 'Garder les deux, la nôtre puis la leur', en: 'Keep both, ours then theirs' }, ours + theirs)]
      : []),
    fix({ fr: 'Garder notre version (la première)', en: 'Keep our version (the first)' }, ours),
    fix({ fr: 'Garder leur version (la seconde)', en: 'Keep their version (the second)' }, theirs),
  ];
}

function quote({ uri, range }: Finding, dossier: Dossier, trials: Trials | undefined): Fix[] {
  const present = textOf(dossier, uri)?.slice(range.start, range.end);
  if (present === undefined) return [];
  const fix: Fix = {
    title: { fr: 'Mettre la valeur entre guillemets', en: 'Put the value between quotes' },
    edits: [{ uri, range, text: scalarText(present, '"') }],
    preferred: true,
  };
  return mends(fix, dossier, trials) ? [fix] : [];
}

/** From a place to the end of its line, without the white space and the comment there. */
function valueOnLine(text: string, start: number): OffsetRange {
  const rest = text.slice(start, endOfLine(text, start));
  const comment = rest.indexOf(' #');
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return { start, end: start + Math.max(1, value.length) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first line of a range; where it begins with a line end, the beginning of what follows. */
function onOneLine(text: string, { start, end }: OffsetRange): OffsetRange {
  let from = start;
  if (isLineEnd(text.charCodeAt(from))) {
    while (from < text.length && isWhite(text.charCodeAt(from))) from++;
    if (from === text.length) return { start, end };
    return { start: from, end: from + 1 };
  }
  let to = from + 1;
  while (to < end && !isLineEnd(text.charCodeAt(to))) to++;
  return { start: from, end: Math.min(to, text.length) };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function isWhite(code: number): boolean {
  return code === 32 || isLineEnd(code);
}
