import { type IdentityNumber, identityBirthDay, identitySex } from '@shuangyong/values';
import type { Cells, CellValue, ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import { wordForm } from '../parse/index.ts';

/** What a row leaves open and its other cells tell. Taken only when the record is made, never over a known value. */
export interface Derived {
  readonly sex: string | null;
  readonly bornOn: string | null;
  readonly deathCause: string | null;
}

export interface Disagreement {
  readonly field: string;
  readonly reason: string;
}

const asNumber = (value: CellValue | undefined) =>
  typeof value === 'string' ? (value as IdentityNumber) : undefined;

/** Sex and day of birth against the number: the cell is taken, with a warning. */
export function disagreements(cells: Cells): readonly Disagreement[] {
  const number = asNumber(cells.identity);
  if (number === undefined) return [];
  const found: Disagreement[] = [];
  const sex = identitySex(number);
  const bornOn = identityBirthDay(number);
  if (typeof cells.sex === 'string' && cells.sex !== sex)
    found.push({ field: 'sex', reason: `与身份证号不一致（${cells.sex} / ${sex}）。以原件为准改一处。` });
  if (typeof cells.born_on === 'string' && cells.born_on !== bornOn) {
    const sameYear = cells.born_on.slice(0, 4) === bornOn.slice(0, 4);
    const [left, right] = [cells.born_on, bornOn].map((day) => (sameYear ? day.slice(5) : day));
    found.push({ field: 'born_on', reason: `与身份证号不一致（${left} / ${right}）。以原件为准改一处。` });
  }
  return found;
}

function causeIn(column: ColumnDef | undefined, reason: CellValue | undefined): string | null {
  if (!column?.words || typeof reason !== 'string') return null;
  const form = wordForm(reason);
  const known = [
    ...column.words.words.map((word) => [word, word] as const),
    ...Object.entries(column.words.aliases),
  ];
  const found = known.find(
    ([word, meaning]) => meaning !== '其他' && word.length > 1 && form.includes(wordForm(word)),
  );
  return found?.[1] ?? null;
}

/** Kinds that have these facts of a person among their columns. */
export function deriverOf(kind: KindDef): ((cells: Cells) => Derived) | undefined {
  const fields = new Map(kind.columns.map((column) => [column.field, column]));
  if (!fields.has('sex') || !fields.has('born_on')) return undefined;
  const cause = fields.get('death_cause');
  return (cells) => {
    const number = asNumber(cells.identity);
    return {
      sex: cells.sex === null && number ? identitySex(number) : null,
      bornOn: cells.born_on === null && number ? identityBirthDay(number) : null,
      deathCause: cells.death_cause === null ? causeIn(cause, cells.stop_reason) : null,
    };
  };
}
