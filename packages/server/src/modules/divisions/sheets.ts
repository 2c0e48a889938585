import type { KindDef } from '../../platform/contract/kind.ts';

/** 村(社区): the villages of the township. */
export const villageKind: KindDef = {
  kind: 'village',
  sheet: '村(社区)',
  sheetAliases: ['村', '社区', '村居', '村社区', '村（社区）'],
  table: 'village',
  key: ['name'],
  columns: [
    {
      header: '名称',
      aliases: [
        '村名',
        '村(社区)名称',
        '村(社区)',
        '村(社区)名',
        '村居名称',
        '村(居)名称',
        '行政村',
        '行政村名称',
        '社区名称',
      ],
      field: 'name',
      type: 'text',
      required: true,
      example: '示例村',
    },
    { header: '代码', aliases: ['行政区划代码', '村代码'], field: 'code', type: 'text' },
  ],
};
