import { parseChineseNumeral } from '@shuangyong/values';
import type { ColumnDef, Vocabulary } from '../../../platform/contract/kind.ts';
import { halfWidth, wordForm } from './clean.ts';
import { type CellParser, problem } from './parsed.ts';

const YES = ['是', '√', '✓', '✔', '☑', '有', '1', 'Y', 'YES', 'TRUE', 'T', '对', '已'];
const NO = ['否', '×', '✗', '✘', '无', '0', 'N', 'NO', 'FALSE', 'F', 'X', '没有', '不是', '未', '错'];

/** 是/否, √/×, 有/无, 1/0, Y/N; in a column 低保 the word 低保 itself is yes. */
export function booleanParser(column: ColumnDef): CellParser {
  const yes = new Set([
    ...YES,
    column.header,
    `已${column.header}`,
    `是${column.header}`,
    column.header.slice(0, 1),
  ]);
  const no = new Set([...NO, `未${column.header}`, `非${column.header}`, `不${column.header}`]);
  return (cell) => {
    const text = halfWidth(cell.text).toUpperCase();
    if (yes.has(text)) return true;
    if (no.has(text)) return false;
    return problem('word_unknown', `「${cell.text.trim()}」看不出是或否。请填「是」或「否」，不知道就留空。`);
  };
}

/** 1–10, 六级, 6级, ６. */
export const parseGrade: CellParser = (cell) => {
  const text = wordForm(cell.text)
    .replace(/^(?:伤残|残疾|等级)+/, '')
    .replace(/[级級]$/, '');
  const grade = /^\d{1,2}$/.test(text) ? Number(text) : parseChineseNumeral(text);
  if (grade !== undefined && grade >= 1 && grade <= 10) return grade;
  return problem('word_unknown', `「${cell.text.trim()}」不是残疾等级。请填 1 至 10 级，按残疾证。`);
};

function lookupOf(vocabulary: Vocabulary, learned: Readonly<Record<string, string>>): Map<string, string> {
  const known = new Map<string, string>();
  for (const [word, meaning] of Object.entries(vocabulary.aliases)) known.set(wordForm(word), meaning);
  for (const [word, meaning] of Object.entries(learned)) known.set(wordForm(word), meaning);
  for (const word of vocabulary.words) known.set(wordForm(word), word);
  return known;
}

/** Brackets often hold what another column says: 残疾军人（六级）. */
function withoutBrackets(text: string): string {
  return text.normalize('NFKC').replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');
}

const OTHER = '其他';

/**
 * A word of a list by itself, an alias or a learned spelling; brackets, spaces and punctuation do not count. Where
 * the list is open an unknown word is 其他 with a warning, and the word itself is kept; else it is refused.
 */
export function wordParser(
  column: ColumnDef,
  vocabulary: Vocabulary,
  learned: Readonly<Record<string, string>>,
): CellParser {
  const known = lookupOf(vocabulary, learned);
  return (cell) => {
    const found = known.get(wordForm(cell.text)) ?? known.get(wordForm(withoutBrackets(cell.text)));
    if (found !== undefined) return found;
    const original = cell.text.normalize('NFC').trim();
    if (original.length > 200)
      return problem('text_too_long', `「${column.header}」写得太长。请只写一个词。`);
    if (!vocabulary.open)
      return problem(
        'word_unknown',
        `${column.header}「${original}」不认识。请改成规定的叫法，或点「对应到」记住它。`,
      );
    return {
      kept: OTHER,
      warning: 'type_other',
      reason: `${column.header}「${original}」不在常用叫法里，按「其他」收下，原词保留。`,
      original,
    };
  };
}
