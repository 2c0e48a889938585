export { type LocalPackage, packageSchema, readPackage } from './files.ts';
export { hasAdoptedDerived, lawOf, lawWith, refuseLaw, valuesIn } from './law.ts';
export {
  DERIVED,
  decidePackage,
  type EnteredPackage,
  enterPackage,
  getPackage,
  listPackages,
  type PackageState,
} from './packages.ts';
export { DERIVED_PACKAGE, regionOf, standardsRoutes } from './routes.ts';
export { shippedLaw } from './shipped.ts';
