import { sql } from 'kysely';
import {
  type FactBase,
  type IndicatorDef,
  inYear,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';

const papers: FactBase = {
  name: 'papers',
  span: 'flow',
  kinds: ['paper'],
  sheets: ['档案'],
  proof: 'own',
  rows: (scope) => sql`select 'paper' as kind, p.id, p.signed_on as day, p.title as label,
      coalesce(p.document_no, '') as detail, false as estimated, ${originColumns('p')},
      (p.file_sha256 is not null or p.original_at is not null) as proved,
      p.document_no <> '' and p.title ~ '制度|办法|方案|要点|计划|意见|通知|规定|职责|规则|章程|细则' as is_rule,
      p.division_id || '|' || p.document_no as document
    from paper p where ${liveIn(scope, 'p')} and ${inYear(scope, 'p.signed_on')}`,
};

/** What the filed papers answer. */
export const archiveIndicators: readonly IndicatorDef[] = [
  {
    code: 'A07',
    name: '制度文件印发数',
    unit: '份',
    section: '一',
    kind: 'distinctEvent',
    shape: 'count',
    definition:
      '当年「档案」中有文号、题名是制度、办法、方案、要点、计划、意见、通知、规定、职责等的文件份数，同一文号算一份。',
    fact: { base: papers, when: sql<boolean>`b.is_rule`, who: sql<string>`b.document` },
  },
  {
    code: 'M01',
    name: '归档件数（当年）',
    unit: '件',
    section: '五',
    kind: 'sum',
    shape: 'count',
    definition: '「档案」中日期（成文、签发）在当年的件数；归档年度以成文日期为准。',
    fact: { base: papers, when: sql<boolean>`true` },
  },
];
