import { archiveIndicators } from '../modules/archive/index.ts';
import { careIndicators } from '../modules/care/index.ts';
import { disbursementIndicators } from '../modules/disbursement/index.ts';
import { inCatalogueOrder, laterIndicators } from '../modules/indicators/index.ts';
import { recordsIndicators } from '../modules/records/index.ts';
import { keptIndicators, registryIndicators } from '../modules/registry/index.ts';
import { supportIndicators } from '../modules/support/index.ts';
import type { IndicatorDef } from '../platform/contract/indicator.ts';

/** Every figure there is, in the catalogue's order. */
export const INDICATORS: readonly IndicatorDef[] = inCatalogueOrder([
  ...recordsIndicators,
  ...archiveIndicators,
  ...disbursementIndicators,
  ...careIndicators,
  ...registryIndicators,
  ...keptIndicators,
  ...supportIndicators,
  ...laterIndicators,
]);
