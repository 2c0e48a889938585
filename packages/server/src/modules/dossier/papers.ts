import { sql } from 'kysely';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import type { DossierScope } from './scope.ts';

export interface DossierPaper {
  readonly id: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly signedOn: string;
  readonly originalAt: string | null;
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly size: number;
  /** What it proves, in words. */
  readonly proves: readonly string[];
}

/** Papers the money of the months rests on: of hands, accounts, rights, one-off decisions and recoveries. */
export async function papersOf(scope: DossierScope): Promise<readonly DossierPaper[]> {
  const { tx, countyId, divisionIds, from, to } = scope;
  const { rows } = await sql<DossierPaper>`with lines as (select l.county_id, l.id, l.person_id, l.account_id,
        l.account_version, b.id as batch_id, b.number
      from batch b join pay_line l on l.county_id = b.county_id and l.batch_id = b.id
      where b.county_id = ${countyId} and b.division_id = any(${divisionIds}::uuid[])
        and b.pay_month between ${from} and ${to}),
    used (paper_id, proves) as (
      select e.paper_id, '批次 ' || l.number || ' 的签批件' from (select distinct county_id, batch_id, number from lines) l
        join batch_event e on e.county_id = l.county_id and e.batch_id = l.batch_id where e.paper_id is not null
      union select a.paper_id, p.name || ' 的账户' from lines l
        join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
        join person p on p.county_id = l.county_id and p.id = l.person_id where a.paper_id is not null
      union select e.paper_id, p.name || ' 的待遇' from lines l
        join person p on p.county_id = l.county_id and p.id = l.person_id
        join spell s on s.county_id = l.county_id and s.person_id = l.person_id
        join evidence e on e.county_id = s.county_id and e.record_kind = 'spell' and e.record_id = s.id
          and e.removed_at is null
      union select w.paper_id, p.name || ' 的' || w.kind from lines l
        join line_item i on i.county_id = l.county_id and i.line_id = l.id
        join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
        join award w on w.county_id = a.county_id and w.id::text = a.ref
        join person p on p.county_id = w.county_id and p.id = w.person_id where w.paper_id is not null
      union select x.paper_id, p.name || ' 的追回' from claim c
        join person p on p.county_id = c.county_id and p.id = c.person_id
        join (select county_id, claim_id, paper_id from recovery union select county_id, claim_id, paper_id from claim_step) x
          on x.county_id = c.county_id and x.claim_id = c.id
        where c.county_id = ${countyId} and c.division_id = any(${divisionIds}::uuid[]) and x.paper_id is not null
      union select e.paper_id, p.name || ' 的变更' from (select distinct county_id, person_id from lines) l
        join person p on p.county_id = l.county_id and p.id = l.person_id
        join evidence e on e.county_id = l.county_id and e.record_kind = 'person' and e.record_id = l.person_id
          and e.removed_at is null)
    select p.id, p.title, p.document_no as "documentNo", p.signed_on as "signedOn", p.original_at as "originalAt",
      encode(p.file_sha256, 'hex') as sha256, f.media_type as "mediaType", coalesce(f.size_bytes, 0)::bigint as size,
      array_agg(distinct u.proves) as proves
    from used u join paper p on p.county_id = ${countyId} and p.id = u.paper_id and p.voided_at is null
    left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    group by p.county_id, p.id, f.media_type, f.size_bytes order by p.signed_on, p.id`.execute(tx);
  return rows;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
};

/** The name of a paper's file in the dossier: its number in the list, then its title without signs a disk refuses. */
export function paperFile({ title, mediaType }: DossierPaper, index: number): string {
  const plain = title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60);
  const ending = ENDINGS[mediaType ?? ''] ?? 'bin';
  return `材料/${String(index + 1).padStart(4, '0')}-${plain}.${ending}`;
}

/** 材料目录: every paper, what it proves, where its file is here and where the original lies. */
export function paperSheet(papers: readonly DossierPaper[], lost: ReadonlySet<string>): WriteSheet {
  const fileOf = (paper: DossierPaper, index: number) => {
    if (paper.sha256 === null) return '只有目录，没有扫描件';
    return lost.has(paper.id) ? '文件与入库时不一致，没有放入' : paperFile(paper, index);
  };
  const rows = papers.map((paper, index): readonly WriteValue[] => [
    ...[paper.title, paper.documentNo, paper.signedOn, paper.proves.join('；'), fileOf(paper, index)],
    ...[paper.originalAt, paper.sha256],
  ]);
  const columns = [
    ...[{ header: '材料', width: 36 }, { header: '文号' }, { header: '日期', kind: 'day' as const }],
    ...[
      { header: '证明什么', width: 50 },
      { header: '文件', width: 50 },
      { header: '原件在哪里', width: 24 },
    ],
    { header: '散列', kind: 'code' as const, width: 66 },
  ];
  return { name: '材料目录', columns, rows };
}
