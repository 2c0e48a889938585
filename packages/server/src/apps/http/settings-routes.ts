import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../../modules/audit/index.ts';
import { type ApiRoute, daySchema, listOf, readRoute, writeRoute, z } from '../../platform/http/index.ts';
import { addSetting, getSetting, listSettings, type SettingDef } from '../../platform/settings/index.ts';

const settingSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    note: z.string(),
    value: z.unknown(),
    history: listOf(
      z.object({
        value: z.unknown(),
        effectiveFrom: z.string(),
        basis: z.string().nullable(),
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
      }),
      answer: z.object({ code: z.string(), value: z.unknown() }),
    },
    async ({ tx, ctx, place, body }) => {
      const def = deps.settings.find(({ code }) => code === body.code);
      if (!def) return refuse('setting_unknown', '没有这个参数。');
      const { value, effectiveFrom = ctx.today, basis = null } = body;
      await addSetting(tx, ctx, place, def, { value, effectiveFrom, basis });
      const { countyId, divisionId } = place;
      const about = { recordKind: 'setting', recordId: def.code, detail: { effectiveFrom } };
      await recordEvent(tx, ctx, { countyId, divisionId, action: 'setting.set', ...about });
      return { code: def.code, value: await getSetting(tx, place, def, ctx.today) };
    },
  ),
];
