import type { Figures, FigureValue } from './types.ts';

/** What is open at the year's end, counted from records; the closing's shortcomings come from nowhere else. */
export type ClosingNotes = {
  readonly unevidencedRecords: number;
  readonly overdueResolutions: number;
  readonly openDifficulties: number;
  /** Names of the workbook's sheets that hold no record of the year. */
  readonly missingSheets: readonly string[];
  /** Villages of the township, and those of them with a broadcast on record; left out when not counted. */
  readonly villages?: number;
  readonly broadcastVillages?: number;
};

type Counted = { code: string; name: string; unit: string; value: number | undefined };

/** What each of the codes below counts, for the annex and the figure's panel. */
export const NOTE_DEFINITIONS: ReadonlyMap<string, string> = new Map([
  ['X.unevidenced', '本年各台账中没有挂上佐证材料的记录数'],
  ['X.overdue', '会议议定、到截至日已过完成时限而没有完成日期的事项数'],
  ['X.difficulties', '到截至日已登记而没有办结日期的困难诉求数'],
  ['X.missing', '本年没有任何记录的台账种类数'],
  ['X.villages', '到截至日所辖村（社区）数'],
  ['X.broadcast', '本年有广播宣传记录的村（社区）数'],
]);

/** The notes as figures of their own (codes `X.…`), so that the closing is traced like every other section. */
export function figuresOfNotes(notes: ClosingNotes, asOf: string): Figures {
  const counted: Counted[] = [
    { code: 'X.unevidenced', name: '未佐证记录数', unit: '条', value: notes.unevidencedRecords },
    { code: 'X.overdue', name: '逾期议定事项数', unit: '项', value: notes.overdueResolutions },
    { code: 'X.difficulties', name: '未办结困难诉求数', unit: '件', value: notes.openDifficulties },
    { code: 'X.missing', name: '没有记录的台账数', unit: '类', value: notes.missingSheets.length },
    { code: 'X.villages', name: '村（社区）数', unit: '个', value: notes.villages },
    {
      code: 'X.broadcast',
      name: '开展广播宣传的村（社区）数',
      unit: '个',
      value: notes.broadcastVillages,
    },
  ];
  return new Map(counted.map((each) => [each.code, figureOf(each, asOf)]));
}

function figureOf({ value, ...figure }: Counted, asOf: string): FigureValue {
  const common = { ...figure, estimated: false, unevidenced: 0, asOf };
  return value === undefined
    ? { ...common, value: null, reason: '没有统计', records: 0 }
    : { ...common, value, records: value };
}

/** All figures a draft can print: those of the indicators and those counted for the closing. */
export function withNotes(figures: Figures, notes: ClosingNotes, asOf: string): Figures {
  return new Map([...figures, ...figuresOfNotes(notes, asOf)]);
}
