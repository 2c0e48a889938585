import type { KindDef } from '../../platform/contract/kind.ts';

/** 档案: a paper, where its original is, and the file that shows it. */
export const paperKind: KindDef = {
  kind: 'paper',
  sheet: '档案',
  sheetAliases: ['档案目录', '归档文件目录', '档案台账'],
  table: 'paper',
  key: ['title', 'signed_on', 'paper_class'],
  dateField: 'signed_on',
  columns: [
    {
      header: '题名',
      aliases: ['标题', '文件题名', '文件名称', '文件标题', '材料名称', '资料名称', '档案题名'],
      field: 'title',
      type: 'text',
      required: true,
      example: '2017年双拥工作计划（示例）',
    },
    { header: '责任者', aliases: ['发文单位'], field: 'author', type: 'text', example: '示例镇人民政府' },
    {
      header: '文号',
      aliases: ['文件号', '发文字号'],
      field: 'document_no',
      type: 'text',
      example: '示例〔2017〕1号',
    },
    {
      header: '日期',
      aliases: ['成文日期', '签发日期', '文件日期', '形成日期', '形成时间', '成文时间'],
      field: 'signed_on',
      type: 'day',
      required: true,
      example: '2017-02-10',
    },
    { header: '页数', field: 'pages', type: 'count' },
    {
      header: '类别',
      aliases: ['档案类别', '分类', '类目', '归档类别', '材料类别'],
      field: 'paper_class',
      type: 'text',
      required: true,
      example: 'SY1',
    },
    { header: '保管期限', aliases: ['期限'], field: 'retention', type: 'text', example: '永久' },
    { header: '考评条目', aliases: ['条目'], field: 'checklist_items', type: 'text' },
    { header: '文件', aliases: ['文件路径', '附件', '扫描件'], field: 'file_path', type: 'text' },
    {
      header: '原件位置',
      aliases: ['原件', '存放位置'],
      field: 'original_at',
      type: 'text',
      example: '镇档案室 3 盒 7 件',
    },
  ],
};
