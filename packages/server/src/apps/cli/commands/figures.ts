import type { Day } from '@shuangyong/values';
import {
  answerFigures,
  type Figure,
  getFigureScope,
  type TracedRecord,
  traceFigure,
} from '../../../modules/indicators/index.ts';
import { INDICATORS } from '../../figures.ts';
import { cliDay, cliYear } from '../arguments.ts';
import type { CliCommand } from '../command.ts';

interface Question {
  readonly division: string;
  readonly year: number;
  readonly asOf?: Day;
}

function shown({ value }: Figure): string {
  if (value === null) return '不详';
  return typeof value === 'object' ? `${value.num}/${value.den}` : String(value);
}

function figureLine(figure: Figure): string {
  const doubt = figure.unevidenced > 0 ? `（未佐证 ${figure.unevidenced}）` : '';
  return `${figure.code.padEnd(30)}${shown(figure)} ${figure.unit}${doubt}　${figure.name}${figure.reason ? `：${figure.reason}` : ''}`;
}

/** The machine's form of a figure: exactly the fields of the contract. */
function wire({ code, name, unit, value, records, unevidenced, asOf, reason }: Figure) {
  return { code, name, unit, value, records, unevidenced, asOf, ...(reason === undefined ? {} : { reason }) };
}

/** The machine's form of a record behind a figure: no names, money in whole fen. */
function wireRecord({ kind, id, contribution, denominator, source, papers }: TracedRecord) {
  const under = denominator === undefined ? {} : { denominator };
  const shown = papers.map(({ id: paper, sha256, title, location }) => ({
    id: paper,
    sha256,
    title,
    location,
  }));
  return { kind, id, contribution, ...under, source, papers: shown };
}

export const figuresCommand: CliCommand = {
  name: 'figures',
  register(program, cli) {
    program
      .command('figures')
      .description('一个单位一年的全部指标')
      .requiredOption('--division <code>', '行政区划代码')
      .requiredOption('--year <year>', '年度', cliYear)
      .option('--as-of <day>', '截至日', cliDay)
      .action((question: Question) =>
        cli.withData(({ read }) =>
          read(async (tx, ctx) => {
            const figures = await answerFigures(tx, await getFigureScope(tx, ctx, question), INDICATORS);
            return { json: { figures: figures.map(wire) }, text: figures.map(figureLine).join('\n') };
          }),
        ),
      );
  },
};

export const traceCommand: CliCommand = {
  name: 'trace',
  register(program, cli) {
    program
      .command('trace <code>')
      .description('一个指标由哪些记录组成')
      .requiredOption('--division <code>', '行政区划代码')
      .requiredOption('--year <year>', '年度', cliYear)
      .option('--as-of <day>', '截至日', cliDay)
      .action((code: string, question: Question) =>
        cli.withData(({ read }) =>
          read(async (tx, ctx) => {
            const scope = await getFigureScope(tx, ctx, question);
            const { value, records } = await traceFigure(tx, scope, INDICATORS, code);
            const lines = records.map(
              ({ day, label, contribution, source }) =>
                `${day ?? '　'}　${label}　${contribution}　${source.sheet ?? '录入'} ${source.row ?? ''}`,
            );
            return { json: { code, value, records: records.map(wireRecord) }, text: lines.join('\n') };
          }),
        ),
      );
  },
};
