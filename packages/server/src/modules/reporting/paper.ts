import { day, dayProse } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { type OfficialDocument, renderDocument } from '../../platform/document/index.ts';
import { figureItems } from '../indicators/index.ts';
import { annexEntries } from './annex.ts';
import type { Catalogue } from './figures.ts';
import type { ReportPlace } from './queries.ts';
import { checkRules, type Report, shownFigures } from './report.ts';
import { type Annex, type PrintedReport, printedReport, toDocument } from './text/index.ts';

async function annexOf(db: Db, report: Report, catalogue: Catalogue): Promise<Annex> {
  const { signing, draft, figures, scope } = report;
  if (signing) return signing.annex;
  return annexEntries(draft, figures, await figureItems(db, scope, catalogue.indicators));
}

/** The summary as a paper. A draft carries 草稿 and its open problems; a signed one its signature and, later, 更正说明. */
export async function reportDocument(
  db: Db,
  place: ReportPlace,
  report: Report,
  catalogue: Catalogue,
): Promise<OfficialDocument> {
  const { signing, differences, checks } = report;
  const annex = await annexOf(db, report, catalogue);
  if (!signing) return toDocument(report.draft, { state: 'draft', annex, problems: checks });
  return toDocument(report.draft, {
    state: 'signed',
    annex,
    signature: { office: place.name, day: dayProse(day(signing.signedOn)) },
    ...(differences.length > 0
      ? {
          corrections: [
            '签发以后台账有更正，原文不改，变化如下：',
            ...differences.map((one) => one.sentence),
          ],
        }
      : {}),
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
  return printedReport(report.draft, shownFigures(report), checkRules);
}

/** «映山镇2017年度双拥工作总结（草稿）.docx» */
export function paperName(report: Report): string {
  return `${report.draft.title}${report.signing ? '' : '（草稿）'}.docx`;
}
