import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { figuresQuery, kindsQuery } from '../api/data.ts';
import { queryClient } from '../api/query.ts';
import type { FigureRow, Kind, RecordRow } from '../api/types.ts';
import { figureText, unitAfter } from '../lib/figures.ts';
import { isBuilt, recordPath } from './rooms.ts';
import type { Scope } from './scope.ts';
import type { Search } from './search.ts';

interface Shown {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly note: string;
}
/** One line of the search box: opens a page or a figure. */
export type Hit =
  | (Shown & { readonly to: string; readonly search?: Search })
  | (Shown & { readonly figure: string });

const MOST = 6;

/** Figures whose name or code contains the text. */
export function figureHits(figures: readonly FigureRow[], text: string): readonly Hit[] {
  const asked = text.toUpperCase();
  return figures
    .filter((figure) => figure.name.includes(text) || figure.code.toUpperCase() === asked)
    .slice(0, MOST)
    .map((figure) => ({
      key: `figure ${figure.code}`,
      group: '指标',
      title: figure.name,
      note: `${figureText(figure.value, figure.unit)} ${unitAfter(figure.value, figure.unit)}`,
      figure: figure.code,
    }));
}

const NOTES: Readonly<Record<string, readonly string[]>> = {
  优抚对象: ['村(社区)', '对象类别'],
  档案: ['文号', '日期'],
};
const TITLES: Readonly<Record<string, string>> = { 优抚对象: '姓名', 档案: '题名' };

function cellUnder(kind: Kind, row: RecordRow, header: string | undefined): string {
  const column = kind.columns.find((each) => each.header === header);
  return String((column && row.cells[column.field]) ?? '');
}

/** The record's own page, or its list narrowed to what was asked. */
function placeOf(own: string | undefined, list: string, text: string): { to: string; search?: Search } {
  return own === undefined ? { to: list, search: { q: text } } : { to: own };
}

async function recordHits(scope: Scope, sheet: string, path: string, text: string): Promise<readonly Hit[]> {
  const kinds = await queryClient.ensureQueryData(kindsQuery);
  const kind = kinds.find((each) => each.sheet === sheet);
  if (kind === undefined || !isBuilt(path)) return [];
  const query = { division: scope.division, year: scope.year, q: text, offset: 0, limit: MOST };
  const page = await answer(api.GET('/api/records/{kind}', { params: { path: { kind: kind.kind }, query } }));
  return page.rows.map((row) => ({
    key: `${sheet} ${row.id}`,
    group: sheet === '优抚对象' ? '人员' : '档案',
    title: cellUnder(kind, row, TITLES[sheet]),
    note: (NOTES[sheet] ?? []).map((header) => cellUnder(kind, row, header)).join('　'),
    ...placeOf(recordPath(kind.kind, row.id), path, text),
  }));
}

/** What the search box shows for a text; a source that fails leaves the others standing. */
export function hitsQuery(scope: Scope, text: string) {
  return queryOptions({
    queryKey: ['find', scope.division, scope.year, scope.asOf, text],
    enabled: text !== '',
    placeholderData: (old: readonly Hit[] | undefined) => old,
    queryFn: async (): Promise<readonly Hit[]> => {
      const sources = [
        recordHits(scope, '优抚对象', '/people', text),
        recordHits(scope, '档案', '/archive', text),
        queryClient.ensureQueryData(figuresQuery(scope)).then((figures) => figureHits(figures, text)),
      ];
      const settled = await Promise.allSettled(sources);
      const failed = settled.find((each) => each.status === 'rejected');
      if (failed !== undefined && settled.every((each) => each.status === 'rejected')) throw failed.reason;
      return settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    },
  });
}
