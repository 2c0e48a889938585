/** The year under the summary's five headings: five figures a line on one grid. */
export interface YearCell {
  readonly label: string;
  readonly code: string;
  /** A second figure in the label: «全年 360 人». */
  readonly beside?: readonly { readonly words: string; readonly code: string }[];
}

export interface YearLine {
  readonly section: string;
  readonly cells: readonly YearCell[];
}

export const YEAR: readonly YearLine[] = [
  {
    section: '一 领导',
    cells: [
      { label: '领导小组会', code: 'A01' },
      { label: '议定事项', code: 'A06.raised', beside: [{ words: '落实', code: 'A06.done' }] },
      { label: '双拥经费支出', code: 'A10' },
      { label: '领导小组调整', code: 'A08' },
      { label: '印发文件', code: 'A07' },
    ],
  },
  {
    section: '二 宣传',
    cells: [
      { label: '双拥专栏', code: 'B01' },
      { label: '永久标牌', code: 'B02' },
      { label: '横幅', code: 'B03' },
      { label: '双拥一条街', code: 'B04' },
      { label: '政策明白纸', code: 'B08' },
    ],
  },
  {
    section: '三 活动',
    cells: [
      { label: '祭扫', code: 'C03.attendance' },
      { label: '学生教育', code: 'C04' },
      { label: '军事训练', code: 'C07' },
      { label: '走访慰问', code: 'D01' },
      { label: '慰问金', code: 'D03' },
    ],
  },
  {
    section: '四 政策',
    cells: [
      {
        label: '抚恤补助',
        code: 'F02',
        beside: [
          { words: '全年', code: 'F01' },
          { words: '在册', code: 'E02' },
        ],
      },
      { label: '优待金', code: 'G01.amount', beside: [{ words: '', code: 'G01.people' }] },
      { label: '低保特困', code: 'E16' },
      { label: '危房改造', code: 'E17.people' },
      { label: '解决困难', code: 'J05.items' },
    ],
  },
  {
    section: '五 档案',
    cells: [
      { label: '归档', code: 'M01' },
      { label: '活动有照片', code: 'C10' },
      { label: '慰问签收', code: 'D09' },
      { label: '按时办结', code: 'J05.rate' },
      { label: '建档立卡', code: 'E01' },
    ],
  },
];
