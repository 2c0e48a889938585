import type { ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import { normaliseDivisionCode } from '../../divisions/index.ts';

/** 单位 is no record of its own: it says which township and year the file speaks of. */
export const unitSheet: KindDef = {
  kind: 'unit',
  sheet: '单位',
  sheetAliases: ['单位信息', '基本情况', '乡镇'],
  table: 'division_year',
  key: ['code', 'year'],
  columns: [
    {
      header: '行政区划代码',
      aliases: ['区划代码', '代码', '行政区划', '区划编码', '行政区划编码', '单位代码', '乡镇代码'],
      field: 'code',
      type: 'text',
      required: true,
      note: '9 位或 12 位，乡镇一级。',
      example: '341524199000',
    },
    {
      header: '名称',
      aliases: ['单位名称', '乡镇名称', '乡镇(街道)名称', '乡镇街道名称', '镇名'],
      field: 'unit_name',
      type: 'text',
      required: true,
      example: '示例镇',
    },
    {
      header: '上级名称',
      aliases: ['上级', '所属县', '县名', '上级单位', '上级单位名称', '所属县区'],
      field: 'parent_name',
      type: 'text',
      example: '示例县',
    },
    {
      header: '年度',
      aliases: ['年份', '所属年度', '统计年度', '报告年度', '台账年度'],
      field: 'year',
      type: 'count',
      required: true,
      example: '2017',
    },
    { header: '人口', aliases: ['总人口', '人口数'], field: 'population', type: 'count', example: '21000' },
    {
      header: '村(社区)数',
      aliases: ['村数', '村居数', '村社区数'],
      field: 'village_count',
      type: 'count',
      example: '12',
    },
  ],
  checkRow: (cells) =>
    typeof cells.code === 'string' && normaliseDivisionCode(cells.code) === undefined
      ? [
          {
            field: 'code',
            code: 'required_empty',
            reason: '行政区划代码应为 9 位或 12 位数字。请查统计用区划代码。',
          },
        ]
      : [],
};

/** The column every sheet may carry: the papers a record rests on. */
export const EVIDENCE_COLUMN: ColumnDef = {
  header: '佐证',
  aliases: ['佐证材料', '证明材料', '佐证文件'],
  field: 'evidence_ref',
  type: 'text',
};
