import { fen, yuanText } from '@shuangyong/values';
import type { WriteSheet } from '../../platform/workbook/index.ts';
import type { Trace } from './service.ts';

/** A trace as one sheet: what contributed how much, from which row, proved by what. */
export function traceSheet({ figure, records }: Trace): WriteSheet {
  const isMoney = figure.shape === 'yuan';
  const shown = (part: number) => (isMoney ? yuanText(fen(part)) : part);
  return {
    name: figure.code.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: [
      { header: '日期', kind: 'day' },
      { header: '记录', width: 30 },
      { header: '明细', width: 30 },
      { header: `计入（${figure.unit}）`, kind: isMoney ? 'money' : 'number' },
      { header: '文件', width: 24 },
      { header: '表' },
      { header: '行', kind: 'number' },
      { header: '佐证', width: 40 },
    ],
    rows: records.map(({ day, label, detail, contribution, source, papers }) => [
      ...[day, label, detail, shown(contribution)],
      ...[source.file, source.sheet ?? '本机录入', source.row],
      papers.map(({ title }) => title).join('、') || '未佐证',
    ]),
  };
}
