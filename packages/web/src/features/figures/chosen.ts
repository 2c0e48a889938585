import type { FigureRow } from '../../api/types.ts';

/** The headings of the annual summary, in its order, and what stands outside of them. */
export const HEADINGS = [
  { key: '一', label: '一 领导' },
  { key: '二', label: '二 宣传' },
  { key: '三', label: '三 活动' },
  { key: '四', label: '四 政策' },
  { key: '五', label: '五 档案' },
  { key: '六', label: '其他' },
] as const;

/** What the page is asked to show; an empty text asks for everything. */
export interface Choice {
  readonly heading: string;
  readonly text: string;
  readonly isUnproved: boolean;
  readonly isUnknown: boolean;
}

const matches = ({ name, code }: FigureRow, text: string) =>
  name.includes(text) || code.toLowerCase().startsWith(text.toLowerCase());

/** The figures under one heading whose name or code fits; several ticks narrow further. */
export function chosenFigures(figures: readonly FigureRow[], choice: Choice): readonly FigureRow[] {
  const { heading, text, isUnproved, isUnknown } = choice;
  return figures.filter(
    (figure) =>
      (heading === '' || figure.section === heading) &&
      (text === '' || matches(figure, text)) &&
      (!isUnproved || figure.unevidenced > 0) &&
      (!isUnknown || figure.value === null),
  );
}
