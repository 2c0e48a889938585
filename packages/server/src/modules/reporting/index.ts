export { type Catalogue, reportFigures } from './figures.ts';
export { homeRoutes } from './home-routes.ts';
export { paperName, printedOf, reportDocument, reportPaper } from './paper.ts';
export { findSigning, type ReportPlace, signedYearsOf } from './queries.ts';
export { type ReportDeps, reportRoutes } from './routes.ts';
export { getReport, type Report, signReport } from './service.ts';
