export { decidePackage } from './decide.ts';
export { refuseElsewhere } from './elsewhere.ts';
export { type LocalPackage, packageSchema, readPackage } from './files.ts';
export { hasAdoptedDerived, lawFilesOf, lawOf, lawWith, refuseLaw, valuesIn } from './law.ts';
export {
  DERIVED,
  type Decision,
  type EnteredPackage,
  enterPackage,
  getPackage,
  listPackages,
  type PackageOrigin,
  type PackageState,
} from './packages.ts';
export { DERIVED_PACKAGE, regionOf, standardsRoutes } from './routes.ts';
export { shippedLaw } from './shipped.ts';
export { lawsIf, type WhatIf } from './what-if.ts';
