export { type DossierAnswer, type DossierAsked, noteDossier, writeDossier } from './dossier.ts';
export { type DossierDeps, dossierRoutes, seedOf } from './routes.ts';
