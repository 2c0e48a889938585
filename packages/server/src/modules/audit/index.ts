export { type LogLine, type LogPage, type LogQuery, listEvents, listEventsOfPerson } from './list.ts';
export { type Looks, openLooks } from './looks.ts';
export { type AuditDeps, auditRoutes } from './routes.ts';
export { findHead, type Head, sealEvents } from './seal.ts';
export { type AuditLine, recordEvent, recordEvents } from './service.ts';
export { type ChainFinding, type ChainReport, verifyChain } from './verify.ts';
