import type { PackageFile, SettingFile, SourceFile, TableFile, ValueFile } from '@shuangyong/policy';
import { FUNDS, UNITS } from '@shuangyong/policy';
import { parseIsoDay } from '@shuangyong/values';
import { parse } from 'yaml';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { issueWords, unreadableWords } from './shape-words.ts';

// The shapes of law files. What they mean is the compiler's business; here is only that they can be read at all.

const text = z.string().trim().min(1).max(300);
const monthText = z.string().regex(/^\d{4}-\d{2}$/, '月份要写成 2017-10');
const dayText = z
  .string()
  .refine((day) => parseIsoDay(day) !== undefined, '日期要写成 2017-10-13，而且真有这一天');
const regionText = z.string().regex(/^\d{6}$/, '地区要写成六位代码，加引号，如 "341524"');
const keys = z.array(z.string().max(40)).max(200);

const exactly = <T>(schema: z.ZodType) => schema as unknown as z.ZodType<T>;

export const sourceSchema = exactly<SourceFile>(
  z.strictObject({
    id: text,
    title: text,
    issuer: text.optional(),
    number: text.optional(),
    issued: dayText.optional(),
    effective: dayText.optional(),
    articles: z.array(text).optional(),
    confidence: text.optional(),
    note: z.string().max(2000).optional(),
    url: z.string().max(300).optional(),
  }),
);

const valueSchema = exactly<ValueFile>(
  z.strictObject({
    region: regionText,
    from: monthText,
    to: monthText.optional(),
    knownOn: dayText,
    source: text,
    article: text.optional(),
    status: z.enum(['published', 'derived']),
    confidence: z.enum(['high', 'medium', 'low']).optional(),
    derivation: z.string().max(1000).optional(),
    unit: z.enum(UNITS).optional(),
    fund: z.enum(FUNDS).optional(),
    cells: z.record(z.string().max(40), z.number()).optional(),
    absent: keys.optional(),
    missing: keys.optional(),
    note: z.string().max(2000).optional(),
  }),
);

const tableSchema = exactly<TableFile>(
  z.strictObject({
    code: text,
    unit: text,
    axes: z.array(text).max(4),
    combine: text,
    values: z.array(valueSchema).min(1).max(200),
  }),
);

/** A package as shipped, or as an office hands it in: then with the documents it rests on. */
export interface LocalPackage extends PackageFile {
  readonly sources?: readonly SourceFile[];
}

export const packageSchema = exactly<LocalPackage>(
  z.strictObject({
    package: z.string().regex(/^[\p{L}\p{N}._-]{2,80}$/u, '标准包代号用字母、数字、汉字和 . _ -，2 到 80 个'),
    title: text,
    supersedes: z.array(text).max(20).optional(),
    sources: z.array(sourceSchema).max(50).optional(),
    tables: z.array(tableSchema).min(1).max(50),
  }),
);

export const settingSchema = exactly<SettingFile>(
  z.strictObject({
    name: text,
    values: z.array(
      z.strictObject({
        region: regionText,
        from: monthText,
        to: monthText.optional(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        knownOn: dayText.optional(),
        source: text.optional(),
        article: text.optional(),
        note: z.string().max(2000).optional(),
      }),
    ),
  }),
);

/** Reads a package file (YAML or JSON). Refuses `package_unreadable` with every place that is not in shape. */
export function readPackage(source: string): LocalPackage {
  let raw: unknown;
  try {
    raw = parse(source);
  } catch (error) {
    return refuse('package_unreadable', `标准包读不出：${unreadableWords(error)}`);
  }
  const read = packageSchema.safeParse(raw);
  if (read.success) return read.data;
  const places = read.error.issues.map((issue) => issueWords(issue, raw));
  return refuse('package_unreadable', `标准包格式不对：${places.slice(0, 8).join('；')}`, { places });
}
