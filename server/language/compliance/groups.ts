import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Sentence } from '../../core/messages/say';
import {
  concernsDossier,
  wholeOfRequirements,
  type ChapterCompliance,
  type Compliance,
  type RequirementCompliance,
} from '../../core/status/compliance';

/** The heading of what stands under no single requirement. */
export const coreScenariosWord: Sentence = { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' };

/** Requirements under one heading. */
export type Group = ChapterCompliance & { readonly id: string };

/** Chapters as the catalogue lists them, or domains; empty ones and requirements that do not concern the dossier are left out. */
export function groupsOf(state: Compliance, catalogue: Catalogue, groupBy: 'chapter' | 'domain'): Group[] {
  const shown = state.chapters.map((chapter) => ({
    ...chapter,
    requirements: chapter.requirements.filter(concernsDossier),
  }));
  const groups =
    groupBy === 'chapter'
      ? shown.map((chapter) => ({ ...chapter, id: `chapter:${chapter.name}` }))
      : byDomain(
          shown.flatMap(({ requirements }) => requirements),
          catalogue,
        );
  return groups.filter(({ requirements }) => requirements.length > 0);
}

function byDomain(requirements: readonly RequirementCompliance[], catalogue: Catalogue): Group[] {
  return catalogue.domains.map(({ id, name }) => {
    const own = requirements.filter(({ requirement }) => requirement.domain === id);
    return {
      id: `domain:${id}`,
      name,
      requirements: own,
      ...wholeOfRequirements(own),
    };
  });
}
