import type { Db } from '../../kernel/db.ts';
import type { FigureScope } from '../indicators/index.ts';
import type { Catalogue } from './figures.ts';
import { type FrozenItem, itemsBehind } from './items.ts';
import { type FrozenFigure, frozenFigures, frozenItems, type Signing } from './queries.ts';
import { type Difference, type FigureNumber, type Figures, laterDifferences } from './text/index.ts';

/** A difference with the records that made it: «补录 1 条、更正 2 条». */
export type LaterDifference = Difference & { readonly because: string };

function numberWords(value: FigureNumber): string {
  if (value === null) return '没有数';
  return typeof value === 'object' ? `${value.num}/${value.den}` : String(value);
}

/** A frozen value whose words stay the same today: an unchanged 200余 that was 213 and is 214. */
function silentDifference({ code, name, value }: FrozenFigure, now: Figures): Difference[] {
  const [before, after] = [numberWords(value), numberWords(now.get(code)?.value ?? null)];
  if (before === after) return [];
  const sentence = `${name}：签发时为 ${before}，现为 ${after}。`;
  return [{ place: '', code, name, before, after, sentence }];
}

/** How a set of records came to differ: «补录 1 条、更正 2 条»; empty when it is the same set. */
export function changeOfSets(before: readonly FrozenItem[], now: readonly FrozenItem[]): string {
  const key = ({ kind, id }: FrozenItem) => `${kind} ${id}`;
  const old = new Map(before.map((item) => [key(item), item]));
  const added = now.filter((item) => !old.has(key(item))).length;
  const gone = before.length - (now.length - added);
  const changed = now.filter((item) => {
    const was = old.get(key(item));
    return was !== undefined && (was.version !== item.version || was.contribution !== item.contribution);
  }).length;
  const words = [
    added > 0 && `补录 ${added} 条`,
    gone > 0 && `不再计入 ${gone} 条`,
    changed > 0 && `更正 ${changed} 条`,
  ];
  return words.filter(Boolean).join('、');
}

/**
 * Differences since the signing, of the printed words and of frozen values behind unchanged words, each with the
 * change of its records.
 */
export async function differencesOf(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
  signing: Signing,
  now: Figures,
): Promise<LaterDifference[]> {
  const worded = laterDifferences(signing.draft, now);
  const told = new Set(worded.map((difference) => difference.code));
  const frozen = await frozenFigures(db, scope.countyId, signing.id);
  const silent = frozen.filter(({ code }) => !told.has(code)).flatMap((one) => silentDifference(one, now));
  const all = [...worded, ...silent];
  if (all.length === 0) return [];
  const codes = all.map(({ code }) => code);
  const before = await frozenItems(db, scope.countyId, signing.id, codes);
  const today = await itemsBehind(db, scope, catalogue, codes);
  return all.map((difference) => {
    const { code, sentence } = difference;
    const because = changeOfSets(before.get(code) ?? [], today.get(code) ?? []);
    const told = because === '' ? sentence : `${sentence.replace(/。$/, '')}，${because}。`;
    return { ...difference, sentence: told, because };
  });
}
