import type { IndicatorDef } from '../../platform/contract/indicator.ts';
import type { SearchSource } from '../../platform/search/index.ts';

/** Figures by their whole code or a part of their name. */
export function figureSearch(catalogue: readonly IndicatorDef[]): SearchSource {
  return {
    title: '指标',
    needs: 'figures.read',
    find: async (_db, _ctx, { text, limit }) =>
      catalogue
        .filter(({ code, name }) => name.includes(text) || code.toUpperCase() === text.toUpperCase())
        .slice(0, limit)
        .map(({ code, name, definition }) => ({
          label: name,
          detail: `${code}　${definition}`,
          opens: { type: 'figure', code },
        })),
  };
}
