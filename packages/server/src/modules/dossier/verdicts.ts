import { type Day, fen, firstDay, yearOf, yuanText } from '@shuangyong/values';

import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import { runChecks, TESTS, testLines, verdictsOf } from '../checks/index.ts';
import type { DossierScope } from './scope.ts';

const money = (amount: number | null) => (amount === null ? null : yuanText(fen(amount)));
const VERDICT_WORDS = { confirmed: '属实', dismissed: '不属实' } as const;

/** 自查: every test with how much it looked at, and every finding with what was decided about it. */
export async function verdictSheets(scope: DossierScope, today: Day): Promise<readonly WriteSheet[]> {
  const { tx, keys, countyId, divisionIds, law } = scope;
  const years = { first: yearOf(firstDay(scope.from)), last: yearOf(firstDay(scope.to)), today };
  const answer = await runChecks(tx, keys, { countyId, divisionIds, law }, years);
  const verdicts = await verdictsOf(
    tx,
    countyId,
    answer.findings.map(({ key }) => key),
  );
  const tests = testLines(answer, verdicts).map((one): readonly WriteValue[] => [
    ...[one.title, one.basis, one.looked ?? one.lacks, one.hits, one.waiting, one.confirmed, one.dismissed],
  ]);
  const findings = answer.findings.map((one): readonly WriteValue[] => {
    const verdict = verdicts.get(one.key);
    return [
      ...[
        one.severity === 'must' ? '必须处理' : '核对',
        TESTS[one.code].title,
        one.person.name,
        one.person.idTail,
      ],
      ...[one.from, one.to, money(one.expectedFen), money(one.actualFen), one.reason, one.sheet, one.row],
      ...[verdict ? VERDICT_WORDS[verdict.verdict] : '待核', verdict?.reason, verdict?.by, verdict?.on],
    ];
  });
  const number = 'number' as const;
  return [
    {
      name: '自查项目',
      columns: [
        ...[
          { header: '检查项', width: 22 },
          { header: '依据', width: 36 },
          { header: '查了多少', width: 24 },
        ],
        ...['命中', '待核', '属实', '不属实'].map((header) => ({ header, kind: number })),
      ],
      rows: tests,
    },
    {
      name: '自查结论',
      columns: [
        ...[
          { header: '轻重' },
          { header: '检查项' },
          { header: '姓名' },
          { header: '身份证后四位', kind: 'code' as const },
        ],
        ...[{ header: '起始月' }, { header: '截止月' }, { header: '应发（元）', kind: 'money' as const }],
        ...[
          { header: '实发（元）', kind: 'money' as const },
          { header: '说明', width: 50 },
          { header: '原表' },
        ],
        ...[
          { header: '第几行', kind: number },
          { header: '结论' },
          { header: '理由', width: 30 },
          { header: '核实人' },
        ],
        { header: '核实日', kind: 'day' as const },
      ],
      rows: findings,
    },
  ];
}
