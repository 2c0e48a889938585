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

/** The notes as figures of their own (codes `X.…`), so that the closing is traced like every other section. */
export function figuresOfNotes(notes: ClosingNotes, asOf: string): Figures {
  const counted: Counted[] = [
    { code: 'X.unevidenced', name: '未佐证记录数', unit: '条', value: notes.unevidencedRecords },
    { code: 'X.overdueResolutions', name: '逾期议定事项数', unit: '项', value: notes.overdueResolutions },
    { code: 'X.openDifficulties', name: '未办结困难诉求数', unit: '件', value: notes.openDifficulties },
    { code: 'X.missingSheets', name: '没有记录的台账数', unit: '类', value: notes.missingSheets.length },
    { code: 'X.villages', name: '村（社区）数', unit: '个', value: notes.villages },
    {
      code: 'X.broadcastVillages',
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
