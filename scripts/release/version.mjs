// The version of a release is written once, in package.json; tag, CHANGELOG.md and the files that users copy must say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');

/** What users copy and that names a version of the npm package. */
const pinned = {
  '.pre-commit-hooks.yaml': /segur-preuves@([\w.-]+)/g,
  'integrations/github/action.yml': /default: '?(\d+\.\d+\.\d+[\w.-]*)/g,
  'integrations/gitlab/template.yml': /default: '?(\d+\.\d+\.\d+[\w.-]*)/g,
};

/**
 * The section of CHANGELOG.md about a version.
 * @param {string} version
 * @param {string} changelog
 * @returns {{ heading: string, text: string } | undefined} undefined when there is none
 */
export function changelogSection(version, changelog = read('CHANGELOG.md')) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((one) => one.split(/\s/, 1)[0] === version);
  if (section === undefined) return undefined;
  const [heading, ...lines] = section.split('\n');
  return { heading, text: lines.join('\n').trim() };
}

/**
 * Why a tag cannot be released.
 * @param {string} tag such as `v1.2.0`
 * @param {string} version that of package.json
 * @param {string} changelog
 * @returns {string[]} in English; empty when all is well
 */
export function tagProblems(tag, version = JSON.parse(read('package.json')).version, changelog = read('CHANGELOG.md')) {
  if (tag !== `v${version}`) return [`the tag is ${tag}, package.json says ${version}: the tag has to be v${version}`];
  const section = changelogSection(version, changelog);
  if (section === undefined) return [`CHANGELOG.md has no section « ## ${version} »`];
  return /unreleased/i.test(section.heading)
    ? [`CHANGELOG.md calls ${version} unreleased: write the day, « ## ${version} (2026-12-01) »`]
    : section.text === ''
      ? [`the section of ${version} in CHANGELOG.md is empty`]
      : [];
}

/** Files that name another version of the package than package.json, with what they name. */
export function pinProblems(version = JSON.parse(read('package.json')).version) {
  return Object.entries(pinned).flatMap(([file, pattern]) => {
    const named = [...read(file).matchAll(pattern)].map(([, one]) => one);
    if (named.length === 0) return [`${file} names no version`];
    return named.filter((one) => one !== version).map((one) => `${file} names ${one}, package.json ${version}`);
  });
}
