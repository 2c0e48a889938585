import type { Kind, KindColumn, RecordRow } from '../api/types.ts';
import { useScope } from '../app/scope.ts';
import { cellText, isNumeric } from '../lib/cells.ts';
import type { Column } from './DataTable.tsx';
import { Shape } from './Icon.tsx';

const WIDTHS: Readonly<Record<string, number>> = {
  day: 124,
  month: 104,
  fen: 128,
  count: 80,
  bool: 72,
  grade: 88,
  village: 112,
  word: 128,
  identity: 200,
  account: 128,
  phone: 128,
};

/** Texts that are always short; the others share what room is left. */
const SHORT_TEXTS: Readonly<Record<string, number>> = {
  name: 112,
  festival: 88,
  unit: 72,
  voucher_no: 168,
  document_no: 176,
};

/** 「佐证」 of a row: how many papers and the first picture among them, or ○ 未佐证. */
export function Evidence({ row }: { row: Pick<RecordRow, 'papers' | 'evidenced' | 'pictures'> }) {
  const { division } = useScope();
  const [picture] = row.pictures;
  if (row.evidenced)
    return (
      <span className="row">
        佐证 {row.papers}
        {picture !== undefined && (
          <img className="thumb" src={thumbOf(division, picture)} alt="有照片" loading="lazy" />
        )}
      </span>
    );
  return (
    <span className="check nowrap">
      <Shape kind="none" /> {row.papers > 0 ? '缺件' : '未佐证'}
    </span>
  );
}

/** Address of the small picture of a paper. */
export function thumbOf(division: string, paperId: string): string {
  return `/api/papers/${paperId}/thumb?division=${encodeURIComponent(division)}`;
}

/** Closed lists are as wide as their longest word, so that no category is cut off. */
function widthOf({ type, field, words }: KindColumn): number | undefined {
  if (type !== 'word' || !words) return SHORT_TEXTS[field] ?? WIDTHS[type];
  return Math.min(168, Math.max(88, 30 + 16 * Math.max(...words.map((word) => word.length))));
}

function columnOf(column: KindColumn, strong: boolean, takesRest: boolean): Column<RecordRow> {
  const width = takesRest ? undefined : widthOf(column);
  return {
    key: column.field,
    title: column.type === 'fen' ? `${column.header}（元）` : column.header,
    number: isNumeric(column.type),
    strong,
    quiet: column.sensitive === true,
    ...(width === undefined ? {} : { width }),
    cell: (row) => cellText(column.type, row.cells[column.field]) || <span className="t2">—</span>,
  };
}

const evidenceOf = (row: RecordRow) => <Evidence row={row} />;

/**
 * Table columns of a ledger: the given fields in order (at most eight), then 佐证 unless papers prove nothing here. `strong` names the field the row is
 * about; long texts share what room is left.
 */
export function recordColumns(
  kind: Kind,
  fields: readonly string[],
  strong?: string,
  { proof = true }: { readonly proof?: boolean } = {},
): readonly Column<RecordRow>[] {
  const chosen = fields.flatMap((field) => kind.columns.filter((column) => column.field === field));
  const isLong = ({ type, field }: KindColumn) => type === 'text' && SHORT_TEXTS[field] === undefined;
  return [
    ...chosen.map((column) => columnOf(column, column.field === strong, isLong(column))),
    ...(proof ? [{ key: 'evidence', title: '佐证', width: 128, cell: evidenceOf }] : []),
  ];
}
