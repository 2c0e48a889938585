import { join } from 'node:path';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { findUserByName, isOwnPassCode, userRoutes } from '../../modules/access/index.ts';
import { paperRoutes, paperSearch } from '../../modules/archive/index.ts';
import { auditRoutes } from '../../modules/audit/index.ts';
import { benefitRoutes, postChange } from '../../modules/benefits/index.ts';
import { aidTimeline, lastVisit, visitTimeline } from '../../modules/care/index.ts';
import { checkRoutes } from '../../modules/checks/index.ts';
import {
  accountRoutes,
  batchRoutes,
  fundRoutes,
  ledgerRoutes,
  paidThrough,
  paymentTimeline,
  transferRoutes,
} from '../../modules/disbursement/index.ts';
import { townshipsUnder, villageSearch } from '../../modules/divisions/index.ts';
import { dossierRoutes } from '../../modules/dossier/index.ts';
import { type FigureNow, importRoutes } from '../../modules/imports/index.ts';
import { answerFigures, figureRoutes, figureSearch, placedScope } from '../../modules/indicators/index.ts';
import {
  confirmationRoutes,
  noticeRoutes,
  peopleRoutes,
  peopleSearch,
  registryTimeline,
} from '../../modules/registry/index.ts';
import { homeRoutes, menuRoutes, reportRoutes } from '../../modules/reporting/index.ts';
import { standardsRoutes } from '../../modules/standards/index.ts';
import { benefitTimeline } from '../../modules/support/index.ts';
import type { ApiRoute, Place } from '../../platform/http/index.ts';
import { recordRoutes } from '../../platform/records/routes.ts';
import { searchRoutes, voucherSearch } from '../../platform/search/index.ts';
import { actionSearch } from '../actions.ts';
import { INDICATORS } from '../figures.ts';
import { KINDS } from '../kinds.ts';
import { type AppRuntime, PROJECT_FOLDER } from '../runtime.ts';
import { SETTINGS } from '../settings.ts';
import { backupRoutes } from './backup-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { kindRoutes } from './kind-routes.ts';
import { ledgerHooks, measureWith } from './ledger.ts';
import { machineRoutes } from './machine-routes.ts';
import { qrRoute } from './qr-route.ts';
import { settingsRoutes } from './settings-routes.ts';

const idsBelow = async (tx: Db, place: Place) => (await townshipsUnder(tx, place.code)).map(({ id }) => id);

async function userOf(tx: Db, place: Place, name: string): Promise<string | undefined> {
  const user = await findUserByName(tx, name);
  return user?.countyId === place.countyId ? user.id : undefined;
}

/** The roll, with what the other modules know of a person. */
function people(runtime: AppRuntime): readonly ApiRoute[] {
  return peopleRoutes({
    columns: { paidThrough, lastVisit },
    measure: measureWith(runtime),
    settle: postChange,
    timelines: [...registryTimeline, paymentTimeline, visitTimeline, aidTimeline, benefitTimeline],
    noteLook: (ctx, { countyId, divisionId }, personId) =>
      runtime.looks.note(ctx, {
        countyId,
        divisionId,
        action: 'person.look',
        recordKind: 'person',
        recordId: personId,
      }),
  });
}

async function figuresNow(tx: Db, place: Place, year: number): Promise<readonly FigureNow[]> {
  return answerFigures(tx, await placedScope(tx, place, year), INDICATORS);
}

/** The search box, its groups in this order. */
function search(): readonly ApiRoute[] {
  const papers = [paperSearch, voucherSearch(KINDS)];
  const sources = [peopleSearch, villageSearch, ...papers, figureSearch(INDICATORS), actionSearch];
  return searchRoutes({ sources, below: idsBelow });
}

/** Every route of every module. */
export function collectRoutes(runtime: AppRuntime): readonly ApiRoute[] {
  const isOwn = (_: Db, ctx: Ctx, passCode: string) => isOwnPassCode(runtime.db, ctx, passCode);
  return [
    ...kindRoutes(),
    ...search(),
    ...userRoutes({ db: runtime.db }),
    ...auditRoutes({ db: runtime.db, below: idsBelow, userOf }),
    ...machineRoutes(runtime),
    ...settingsRoutes({ settings: SETTINGS }),
    ...backupRoutes(runtime),
    ...jobRoutes(runtime),
    ...paperRoutes({ dataDir: runtime.dataDir, kinds: KINDS }),
    ...recordRoutes(ledgerHooks(runtime)),
    ...people(runtime),
    ...confirmationRoutes,
    ...noticeRoutes,
    ...transferRoutes({ measure: measureWith(runtime) }),
    ...fundRoutes,
    ...importRoutes({
      ...{ dataDir: runtime.dataDir, kinds: KINDS, figures: figuresNow },
      exampleFile: join(PROJECT_FOLDER, 'examples/sample/双拥台账-2017.xlsx'),
    }),
    ...figureRoutes({ catalogue: INDICATORS }),
    ...standardsRoutes(),
    ...benefitRoutes(),
    ...ledgerRoutes(),
    ...batchRoutes({ dataDir: runtime.dataDir }),
    ...accountRoutes,
    ...checkRoutes(),
    ...dossierRoutes({ dataDir: runtime.dataDir }),
    ...homeRoutes,
    ...menuRoutes,
    qrRoute,
    ...reportRoutes({
      ...{ kinds: KINDS, indicators: INDICATORS },
      ...{ dataDir: runtime.dataDir, isOwnPassCode: isOwn },
    }),
  ];
}
