import { day, dayProse } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { type OfficialDocument, renderDocument } from '../../platform/document/index.ts';
import { annexOf } from './annex.ts';
import type { Catalogue } from './figures.ts';
import type { ReportPlace } from './queries.ts';
import type { Report } from './service.ts';
import { defaultCheckRules, type PrintedReport, printedReport, toDocument } from './text/index.ts';

const rules = defaultCheckRules();

/** The summary as a paper. A draft carries 草稿 and its open problems; a signed one its signature and, later, 更正说明. */
export async function reportDocument(
  db: Db,
  place: ReportPlace,
  report: Report,
  catalogue: Catalogue,
): Promise<OfficialDocument> {
  const { signing, differences, checks } = report;
  const signed = signing !== undefined && report.state !== 'draft' && report.state !== 'sent';
  const annex = await annexOf(db, report, catalogue);
  const signature = signed ? { signature: { office: place.name, day: dayProse(day(signing.signedOn)) } } : {};
  return toDocument(report.draft, {
    state: signed ? 'signed' : 'draft',
    annex,
    ...signature,
    ...(differences.length > 0 ? { corrections: differences.map((one) => one.sentence) } : {}),
    ...(signed ? {} : { problems: checks }),
  });
}

/** The same as a Word file. */
export async function reportPaper(
  db: Db,
  place: ReportPlace,
  report: Report,
  catalogue: Catalogue,
): Promise<Uint8Array> {
  return renderDocument(await reportDocument(db, place, report, catalogue));
}

/** What the paper prints, number by number; the command line's answer. */
export function printedOf(report: Report): PrintedReport {
  return printedReport(report.draft, report.figures.figures, rules);
}

/** «映山镇2017年度双拥工作总结（草稿）.docx» */
export function paperName(report: Report): string {
  return `${report.draft.title}${report.signing ? '' : '（草稿）'}.docx`;
}
