// The licence of a package that ships, and the texts that go with it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

/** Licences under which we pass on the code of others, with their notices; another one is a decision, not an update. */
export const allowedLicences = [
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'Bitstream-Vera',
];

/** What a package.json leaves out or says in words, read in the package itself. */
const readByHand = {
  // LICENSE is the text of the MIT licence; package.json has no field.
  'png-js': 'MIT',
  // package.json: « SEE LICENSE IN README.md AND LICENSE », which is that of Bitstream Vera, with additions of the public domain.
  'dejavu-fonts-ttf': 'Bitstream-Vera',
};

const grantMit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const grantIsc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** For packages that name their licence and ship no text of it. */
const standardTexts = { MIT: grantMit, ISC: grantIsc };

/**
 * @typedef {object} Licensed
 * @property {string} name
 * @property {string} version
 * @property {string | undefined} licence SPDX id; undefined when the package says none
 * @property {{ title: string, text: string }[]} texts
 */

/**
 * @param {import('./shipped.mjs').Shipped} shipped
 * @returns {Licensed}
 */
export function licensed({ folder, name, version }) {
  const at = join(root, folder);
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const said = typeof manifest.license === 'string' ? manifest.license : manifest.license?.type;
  const licence = readByHand[name] ?? said;
  const texts = readdirSync(at)
    .filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i.test(file))
    .sort()
    .map((file) => ({ title: file, text: readFileSync(join(at, file), 'utf8').replaceAll('\r\n', '\n').trim() }))
    .filter(({ text }) => text !== '');
  const standard = standardTexts[licence];
  if (texts.length === 0 && standard !== undefined) {
    const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
    const holder = author === undefined ? `the authors of ${name}` : author.replace(/ <[^>]*>| \([^)]*\)/g, '');
    texts.push({
      title: `${licence}, standard text: the package ships none`,
      text: `Copyright (c) ${holder}\n\n${standard}`,
    });
  }
  return { name, version, licence, texts };
}

/**
 * What keeps packages from being passed on.
 * @param {readonly Licensed[]} packages
 * @returns {string[]} in English, one a package; empty when all is well
 */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, licence, texts }) => {
    if (licence === undefined) return [`${name} ${version} says no licence`];
    if (!allowedLicences.includes(licence))
      return [
        `${name} ${version} has the licence ${licence}, which nobody has accepted (scripts/release/licences.mjs)`,
      ];
    return texts.length === 0 ? [`${name} ${version} ships no text of its licence ${licence}`] : [];
  });
}
