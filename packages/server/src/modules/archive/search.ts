import type { SearchSource } from '../../platform/search/index.ts';
import { searchPapers } from './queries.ts';

/** Papers by a part of title or number, newest first. */
export const paperSearch: SearchSource = {
  title: '材料',
  needs: 'papers.read',
  find: async (db, _, { countyId, divisionIds, text, limit }) =>
    (await searchPapers(db, countyId, divisionIds, text, limit)).map((paper) => ({
      label: paper.title,
      detail: [paper.documentNo, paper.paperClass, paper.signedOn].filter(Boolean).join('　'),
      opens: { type: 'record', kind: 'paper', id: paper.id },
    })),
};
