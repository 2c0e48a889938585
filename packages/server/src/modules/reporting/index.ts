export { type Catalogue, reportFigures } from './figures.ts';
export { homeRoutes } from './home-routes.ts';
export { menuRoutes } from './menu-routes.ts';
export { paperName, printedOf, reportDocument, reportPaper } from './paper.ts';
export { findSigning, type ReportPlace, signedYearsOf } from './queries.ts';
export { getReport, type Report } from './report.ts';
export { type ReportDeps, reportRoutes } from './routes.ts';
export { type SignHow, signReport } from './service.ts';
