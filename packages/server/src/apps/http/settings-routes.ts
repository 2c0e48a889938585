import {
  type ApiRoute,
  daySchema,
  idSchema,
  listOf,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { getSetting, listSettings, type SettingDef } from '../../platform/settings/index.ts';
import { setValue } from '../settings.ts';

const settingSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    note: z.string(),
    value: z.unknown(),
    /** Set by the county or the owner of the machine, on a paper. */
    isFromAbove: z.boolean(),
    history: listOf(
      z.object({
        value: z.unknown(),
        effectiveFrom: z.string(),
        basis: z.string().nullable(),
        paperId: z.string().nullable(),
        setAt: z.string(),
        setBy: z.string(),
      }),
    ),
  })
  .openapi('Setting');

/** 参数: what holds today and everything set before; a new value from a day on. */
export const settingsRoutes = (deps: { readonly settings: readonly SettingDef[] }): readonly ApiRoute[] => [
  readRoute(
    {
      path: '/settings',
      summary: 'Settings of a place with their history',
      needs: 'settings.write',
      answer: z.object({ settings: listOf(settingSchema) }),
    },
    async ({ tx, ctx, place }) => {
      const lines = await listSettings(tx, place);
      const settings = deps.settings.map(async (def) => ({
        code: def.code,
        name: def.name,
        note: def.note,
        isFromAbove: def.isFromAbove ?? false,
        value: await getSetting(tx, place, def, ctx.today),
        history: lines.filter((line) => line.code === def.code).map(({ code: _, ...line }) => line),
      }));
      return { settings: await Promise.all(settings) };
    },
  ),
  writeRoute(
    {
      path: '/settings',
      summary: 'Sets a value from a day on',
      needs: 'settings.write',
      body: z.object({
        code: z.string(),
        value: z.unknown(),
        effectiveFrom: daySchema.optional(),
        basis: z.string().trim().max(200).optional(),
        paperId: idSchema.optional(),
      }),
      answer: z.object({ code: z.string(), value: z.unknown() }),
    },
    ({ tx, ctx, place, body }) => setValue(tx, ctx, place, body, deps.settings),
  ),
];
